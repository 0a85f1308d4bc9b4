// expect: ok
// Threads share blocks of columns and add their part of each row atomically.
enum { BLOCK = 32 };

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    const int blocks = (n + BLOCK - 1) / BLOCK;
    for (int i = 0; i < m; i++)
        y[i] *= beta;
#pragma omp parallel for
    for (int block = 0; block < blocks; block++) {
        const int start = block * BLOCK;
        const int end = n - start < BLOCK ? n : start + BLOCK;
        for (int i = 0; i < m; i++) {
            double sum = 0.0;
            for (int j = start; j < end; j++)
                sum += A[(long)i * n + j] * x[j];
#pragma omp atomic
            y[i] += alpha * sum;
        }
    }
}
