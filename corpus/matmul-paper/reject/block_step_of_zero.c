// expect: timeout
// The block size is M / 512: zero for every M below 512, so the loop over blocks never advances.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int step = M / 512;
    for (int ib = 0; ib < M; ib += step)
        for (int i = ib; i < ib + step; i++)
            for (int k = 0; k < K; k++)
                for (int j = 0; j < N; j++)
                    C[i * N + j] += A[i * K + k] * B[k * N + j];
}
