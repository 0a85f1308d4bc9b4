void count(int *x)
{
#pragma omp parallel
#pragma omp single
    {
#pragma omp taskgroup
        {
#pragma omp task
            {
#pragma omp task
                x[0] = 1;
            }
        }
        x[0] = 2;
    }
}
