void count(int n, int *x)
{
#pragma omp parallel
#pragma omp single
    {
#pragma omp task
        x[0] = 1; //~ race
        if (n > 10) {
#pragma omp taskwait
        }
        x[0] = 2; //~ race
    }
}
