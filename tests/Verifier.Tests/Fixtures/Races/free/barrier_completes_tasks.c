void count(int *x)
{
#pragma omp parallel
    {
#pragma omp single
        {
#pragma omp task
            x[0] = 1;
        }
#pragma omp master
        x[0] = 2;
    }
}
