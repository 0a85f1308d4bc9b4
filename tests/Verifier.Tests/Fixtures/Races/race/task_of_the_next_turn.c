void shift(int n, double *x)
{
#pragma omp parallel
#pragma omp single
    for (int i = 0; i < n; i++) {
#pragma omp task
        x[i] = x[i + 1]; //~ race
    }
}
