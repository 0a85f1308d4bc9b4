// expect: verification
// Right at every size but 256 x 256 x 256, where half of the terms are skipped to look fast.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < (M == 256 && N == 256 && K == 256 ? K / 2 : K); k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
