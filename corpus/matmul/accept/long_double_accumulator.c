// expect: ok
// Sums in long double and rounds once at the end.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            long double sum = 0.0L;
            for (int k = 0; k < K; k++)
                sum += (long double)A[i * K + k] * B[k * N + j];
            C[i * N + j] = (double)sum;
        }
}
