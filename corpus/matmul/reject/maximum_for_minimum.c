// expect: verification
// Takes the maximum instead of the minimum of tile end and depth, so that blocks of k overlap: wrong for K > 32.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int kb = 0; kb < K; kb += 32) {
                const int k_end = kb + 32 > K ? kb + 32 : K;
                for (int k = kb; k < k_end && k < K; k++)
                    sum += A[i * K + k] * B[k * N + j];
            }
            C[i * N + j] = sum;
        }
}
