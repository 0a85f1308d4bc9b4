// expect: timeout
// The tile size is M / 8: zero for 0 < M < 8, where the loop over tiles never advances.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int tile = M / 8;
    for (int ib = 0; ib < M; ib += tile)
        for (int i = ib; i < M && i < ib + tile; i++)
            for (int j = 0; j < N; j++) {
                double sum = 0.0;
                for (int k = 0; k < K; k++)
                    sum += A[i * K + k] * B[k * N + j];
                C[i * N + j] = sum;
            }
}
