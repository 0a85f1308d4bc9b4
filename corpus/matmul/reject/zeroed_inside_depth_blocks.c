// expect: verification
// Zeroes the tile of C at the start of every block of k instead of the first: wrong for K > 16.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M * N; i++)
        C[i] = 0.0;
    for (int kb = 0; kb < K; kb += 16)
        for (int i = 0; i < M; i++) {
            for (int j = 0; j < N; j++)
                C[i * N + j] = 0.0;
            for (int k = kb; k < K && k < kb + 16; k++)
                for (int j = 0; j < N; j++)
                    C[i * N + j] += A[i * K + k] * B[k * N + j];
        }
}
