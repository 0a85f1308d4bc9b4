// expect: ok
// The same entry with const and restrict on its parameters; C is disjoint from A and B, so restrict is true.
void matmul_optimized(const double *restrict A, const double *restrict B, double *restrict C,
                      const int M, const int N, const int K)
{
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < N; j++)
            C[i * N + j] = 0.0;
        for (int k = 0; k < K; k++)
            for (int j = 0; j < N; j++)
                C[i * N + j] += A[i * K + k] * B[k * N + j];
    }
}
