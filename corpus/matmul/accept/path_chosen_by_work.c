// expect: ok
// Small products take the plain loops and large ones the blocked loops; both are right for every size.
enum { tile = 40 };

static void plain(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}

static void blocked(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M * N; i++)
        C[i] = 0.0;
    for (int kb = 0; kb < K; kb += tile) {
        const int k_end = kb + tile < K ? kb + tile : K;
        for (int i = 0; i < M; i++)
            for (int k = kb; k < k_end; k++)
                for (int j = 0; j < N; j++)
                    C[i * N + j] += A[i * K + k] * B[k * N + j];
    }
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if ((double)M * N * K > 32768.0)
        blocked(A, B, C, M, N, K);
    else
        plain(A, B, C, M, N, K);
}
