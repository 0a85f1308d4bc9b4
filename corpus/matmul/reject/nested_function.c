// expect: unscored
// A nested function of GNU C: gcc compiles it and nobody else reads it, so nothing is known of what it does.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double element(int i, int j)
    {
        double sum = 0.0;
        for (int k = 0; k < K; k++)
            sum += A[i * K + k] * B[k * N + j];
        return sum;
    }

    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++)
            C[i * N + j] = element(i, j);
}
