void count(int *x)
{
#pragma omp parallel
#pragma omp single
    {
#pragma omp task if (0)
        x[0] = 1;
        x[0] = 2;
    }
}
