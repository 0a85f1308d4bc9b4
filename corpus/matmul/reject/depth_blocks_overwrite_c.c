// expect: verification
// Blocks k by 32 and stores instead of adding, so that only the last block's terms remain: wrong for K > 32.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M * N; i++)
        C[i] = 0.0;
    for (int kb = 0; kb < K; kb += 32)
        for (int i = 0; i < M; i++)
            for (int j = 0; j < N; j++) {
                double sum = 0.0;
                for (int k = kb; k < K && k < kb + 32; k++)
                    sum += A[i * K + k] * B[k * N + j];
                C[i * N + j] = sum;
            }
}
