void count(int *x)
{
#pragma omp parallel num_threads(1)
    {
#pragma omp task
        x[0] = 1;
        x[0] = 2;
    }
}
