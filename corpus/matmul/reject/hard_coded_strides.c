// expect: runtime
// Row strides of 256 for all three matrices; right at 256 and past the arrays at smaller sizes.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * 256 + k] * B[k * 256 + j];
            C[i * 256 + j] = sum;
        }
}
