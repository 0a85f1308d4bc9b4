// idea: a macro turns the keyword double into float inside the body only
// source: catalogue
// expected layer: static
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
#define double float
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += (double)A[(long)i * K + k] * (double)B[(long)k * N + j];
            C[(long)i * N + j] = sum;
        }
}
#undef double
