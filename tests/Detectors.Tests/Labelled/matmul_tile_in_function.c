#define STEP 32

static int clamp(int end, int limit)
{
    return end < limit ? end : limit;
}

static void one_tile(const double *A, const double *B, double *C, int M, int N, int K, int i0, int j0, int k0)
{
    const int i1 = clamp(i0 + STEP, M), j1 = clamp(j0 + STEP, N), k1 = clamp(k0 + STEP, K);
    for (int i = i0; i < i1; i++)
        for (int k = k0; k < k1; k++)
            for (int j = j0; j < j1; j++)
                C[i * N + j] += A[i * K + k] * B[k * N + j];
}

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int e = 0; e < M * N; e++)
        C[e] = 0.0;
    for (int i0 = 0; i0 < M; i0 += STEP)
        for (int j0 = 0; j0 < N; j0 += STEP)
            for (int k0 = 0; k0 < K; k0 += STEP)
                one_tile(A, B, C, M, N, K, i0, j0, k0);
}
