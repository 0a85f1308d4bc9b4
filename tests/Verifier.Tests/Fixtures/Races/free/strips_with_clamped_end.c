void strips(int n, double *x)
{
#pragma omp parallel for
    for (int i = 0; i < n; i += 8) {
        int end = i + 8 < n ? i + 8 : n;
        for (int j = i; j < end; j++)
            x[j] = 1.0;
    }
}
