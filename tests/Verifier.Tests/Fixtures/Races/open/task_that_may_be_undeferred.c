void count(int n, int *x)
{
#pragma omp parallel
#pragma omp single
    {
#pragma omp task if (n < 10)
        x[0] = 1;
        x[0] = 2;
    }
}
