// expect: ok
// Four scalar accumulators for a 2 x 2 block of C; odd rows and columns are finished one element at a time.
static double element(const double *A, const double *B, int N, int K, int i, int j)
{
    double sum = 0.0;
    for (int k = 0; k < K; k++)
        sum += A[i * K + k] * B[k * N + j];
    return sum;
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    int i = 0;
    for (; i + 1 < M; i += 2) {
        int j = 0;
        for (; j + 1 < N; j += 2) {
            double c00 = 0.0, c01 = 0.0, c10 = 0.0, c11 = 0.0;
            for (int k = 0; k < K; k++) {
                const double a0 = A[i * K + k], a1 = A[(i + 1) * K + k];
                const double b0 = B[k * N + j], b1 = B[k * N + j + 1];
                c00 += a0 * b0;
                c01 += a0 * b1;
                c10 += a1 * b0;
                c11 += a1 * b1;
            }
            C[i * N + j] = c00;
            C[i * N + j + 1] = c01;
            C[(i + 1) * N + j] = c10;
            C[(i + 1) * N + j + 1] = c11;
        }
        for (; j < N; j++) {
            C[i * N + j] = element(A, B, N, K, i, j);
            C[(i + 1) * N + j] = element(A, B, N, K, i + 1, j);
        }
    }
    for (; i < M; i++)
        for (int j = 0; j < N; j++)
            C[i * N + j] = element(A, B, N, K, i, j);
}
