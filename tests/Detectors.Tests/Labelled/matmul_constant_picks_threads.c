enum { tiled = 0 };

static void by_tiles(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int kb = 0; kb < K; kb += 64)
        for (int i = 0; i < M; i++)
            for (int k = kb; k < kb + 64 && k < K; k++) {
                __builtin_prefetch(&B[(k + 1) * N]);
                for (int j = 0; j < N; j++)
                    C[i * N + j] += A[i * K + k] * B[k * N + j];
            }
}

static void by_rows(const double *A, const double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    if (tiled)
        by_tiles(A, B, C, M, N, K);
    else
        by_rows(A, B, C, M, N, K);
}
