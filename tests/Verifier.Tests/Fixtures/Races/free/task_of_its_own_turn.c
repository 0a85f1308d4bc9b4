void scale(int n, double *x)
{
#pragma omp parallel
#pragma omp single
    for (int i = 0; i < n; i++) {
#pragma omp task
        x[i] = 2 * x[i];
    }
}
