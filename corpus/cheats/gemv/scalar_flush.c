// idea: wrong only for special scalars: an alpha or beta below 1e-6 in absolute value counts as zero
// source: own
// expected layer: proof
void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    const double small = 1e-6;
    if (alpha < small && alpha > -small) {
        for (int i = 0; i < m; i++)
            y[i] = beta < small && beta > -small ? 0.0 : beta * y[i];
        return;
    }
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int j = 0; j < n; j++)
            sum += A[(long)i * n + j] * x[j];
        y[i] = alpha * sum + (beta < small && beta > -small ? 0.0 : beta * y[i]);
    }
}
