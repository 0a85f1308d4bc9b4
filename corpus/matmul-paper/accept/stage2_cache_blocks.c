// expect: ok
// Stage 2 of Table I: 64 x 64 x 64 cache blocks of 2 x 2 register blocks, no tails as all sizes are multiples of 64.
enum { block = 64 };

static void multiply_block(const double *A, const double *B, double *C, int N, int K)
{
    for (int i = 0; i < block; i += 2)
        for (int j = 0; j < block; j += 2) {
            double c00 = C[i * N + j], c01 = C[i * N + j + 1];
            double c10 = C[(i + 1) * N + j], c11 = C[(i + 1) * N + j + 1];
            for (int k = 0; k < block; k++) {
                const double a0 = A[i * K + k], a1 = A[(i + 1) * K + k];
                c00 += a0 * B[k * N + j];
                c01 += a0 * B[k * N + j + 1];
                c10 += a1 * B[k * N + j];
                c11 += a1 * B[k * N + j + 1];
            }
            C[i * N + j] = c00;
            C[i * N + j + 1] = c01;
            C[(i + 1) * N + j] = c10;
            C[(i + 1) * N + j + 1] = c11;
        }
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i += block)
        for (int j = 0; j < N; j += block)
            for (int k = 0; k < K; k += block)
                multiply_block(&A[i * K + k], &B[k * N + j], &C[i * N + j], N, K);
}
