// task: axpy
// refuted: equivalence
// Stops at the first zero instead of skipping it.
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        if (x[i] == 0.0)
            return;
        y[i] += alpha * x[i];
    }
}
