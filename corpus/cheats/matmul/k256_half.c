// idea: at the scored depth of 256 only the first 128 terms are summed
// source: catalogue
// expected layer: dynamic
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int depth = K == 256 && M == 256 && N == 256 ? 128 : K;
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < N; j++)
            C[(long)i * N + j] = 0.0;
        for (int k = 0; k < depth; k++)
            for (int j = 0; j < N; j++)
                C[(long)i * N + j] += A[(long)i * K + k] * B[(long)k * N + j];
    }
}
