// task: axpy
// refuted: arithmetic
// Where x is negative, a negative number is shifted left.
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        const int below = -(x[i] < 0.0) << 1;
        y[i] += alpha * x[i] + (below & 1);
    }
}
