void count(int *x, const int *flags)
{
#pragma omp parallel
#pragma omp single
    {
#pragma omp task
        x[0] = 1;
        if (flags[0]) {
#pragma omp taskwait
        }
        if (flags[1]) {
            x[0] = 2;
        }
    }
}
