// expect: verification
// Scales y again for each block of 64 columns; wrong for n > 64, and for n == 0, which scales it not at all.
enum { BLOCK = 64 };

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    for (int start = 0; start < n; start += BLOCK) {
        const int end = n - start < BLOCK ? n : start + BLOCK;
        for (int i = 0; i < m; i++) {
            double sum = 0.0;
            for (int j = start; j < end; j++)
                sum += A[(long)i * n + j] * x[j];
            y[i] = alpha * sum + beta * y[i];
        }
    }
}
