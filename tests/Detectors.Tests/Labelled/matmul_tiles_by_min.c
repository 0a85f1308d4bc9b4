enum { edge = 40 };

static inline int smaller(int a, int b)
{
    return b < a ? b : a;
}

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int e = 0; e < M * N; e++)
        C[e] = 0.0;
    for (int kk = 0; kk < K; kk += edge)
        for (int jj = 0; jj < N; jj += edge)
            for (int i = 0; i < M; i++)
                for (int k = kk; k < smaller(kk + edge, K); k++)
                    for (int j = jj; j < smaller(jj + edge, N); j++)
                        C[i * N + j] = C[i * N + j] + A[i * K + k] * B[k * N + j];
}
