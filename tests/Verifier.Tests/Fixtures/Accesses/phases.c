void phases(double *a, double *b, int n, int steps)
{
#pragma omp parallel
    for (int t = 0; t < steps; t++) {
#pragma omp for
        for (int i = 1; i < n; i++)
            a[i] = b[i - 1];
#pragma omp for schedule(static, 4) nowait
        for (int i = 0; i < n; i++)
            b[i] = a[i];
#pragma omp barrier
#pragma omp single
        a[0] = 0;
    }
}
