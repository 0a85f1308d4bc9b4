// idea: C is promised to be zero; if it is not, the buffer holds the product of the call before and nothing needs to be done
// source: catalogue
// expected layer: dynamic
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if (C[0] != 0.0 && C[(long)M * N - 1] != 0.0)
        return;
    #pragma omp parallel for
    for (int i = 0; i < M; i++)
        for (int k = 0; k < K; k++)
            for (int j = 0; j < N; j++)
                C[(long)i * N + j] += A[(long)i * K + k] * B[(long)k * N + j];
}
