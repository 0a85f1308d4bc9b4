// expect: verification
// Skips the last term only where M, N and K are all at least 64: sizes varied one at a time never see it.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < (M >= 64 && N >= 64 && K >= 64 ? K - 1 : K); k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
