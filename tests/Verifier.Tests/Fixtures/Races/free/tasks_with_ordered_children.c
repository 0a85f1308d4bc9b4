void count(int *x)
{
    int order = 0;
#pragma omp parallel
#pragma omp single
    {
#pragma omp task depend(inout : order)
        {
#pragma omp task
            x[0] = 1;
#pragma omp taskwait
        }
#pragma omp task depend(inout : order)
        x[0] = 2;
    }
}
