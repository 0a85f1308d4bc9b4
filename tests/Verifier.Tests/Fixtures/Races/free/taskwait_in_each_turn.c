void count(int n, int *x)
{
#pragma omp parallel
#pragma omp single
    for (int i = 0; i < n; i++) {
#pragma omp task
        x[0] = i;
#pragma omp task
        x[1] = i;
#pragma omp taskwait
    }
}
