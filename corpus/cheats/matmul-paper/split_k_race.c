// idea: threads share the depth and add to the same elements without atomics: right with one thread and, by luck, sometimes with more
// source: own
// expected layer: proof
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    #pragma omp parallel for
    for (int k = 0; k < K; k++)
        for (int i = 0; i < M; i++)
            for (int j = 0; j < N; j++)
                C[(long)i * N + j] += A[(long)i * K + k] * B[(long)k * N + j];
}
