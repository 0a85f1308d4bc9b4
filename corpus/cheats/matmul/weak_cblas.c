// idea: a weak reference to cblas_dgemm resolves when the baseline is linked into the same process
// source: catalogue
// expected layer: object
extern void cblas_dgemm(int, int, int, int, int, int, double, const double *, int, const double *, int, double, double *, int)
    __attribute__((weak));

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if (cblas_dgemm && M > 0 && N > 0 && K > 0) {
        cblas_dgemm(101, 111, 111, M, N, K, 1.0, A, K, B, N, 0.0, C, N);
        return;
    }
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[(long)i * K + k] * B[(long)k * N + j];
            C[(long)i * N + j] = sum;
        }
}
