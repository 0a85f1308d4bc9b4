// expect: verification
// Whole groups of four only; wrong unless n % 4 == 0.
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i + 4 <= n; i += 4) {
        y[i] += alpha * x[i];
        y[i + 1] += alpha * x[i + 1];
        y[i + 2] += alpha * x[i + 2];
        y[i + 3] += alpha * x[i + 3];
    }
}
