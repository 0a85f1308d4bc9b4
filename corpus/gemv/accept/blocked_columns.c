// expect: ok
// Blocks of 64 columns keep their part of x in cache; y is scaled by the first block only.
enum { BLOCK = 64 };

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    for (int i = 0; i < m; i++)
        y[i] = beta * y[i];
    for (int start = 0; start < n; start += BLOCK) {
        const int end = n - start < BLOCK ? n : start + BLOCK;
        for (int i = 0; i < m; i++) {
            double sum = 0.0;
            for (int j = start; j < end; j++)
                sum += A[(long)i * n + j] * x[j];
            y[i] += alpha * sum;
        }
    }
}
