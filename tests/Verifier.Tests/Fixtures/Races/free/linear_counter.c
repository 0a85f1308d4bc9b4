void pack(int n, const double *x, double *y)
{
    int j = 0;
#pragma omp parallel for linear(j)
    for (int i = 0; i < n; i++) {
        y[j] = x[i];
        j++;
    }
}
