// expect: runtime
// The number of column groups is N / 1000, and dividing by it traps for every N below 1000.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int groups = N / 1000;
    const int width = N / groups;
    for (int i = 0; i < M; i++)
        for (int jb = 0; jb < N; jb += width)
            for (int j = jb; j < N && j < jb + width; j++) {
                double sum = 0.0;
                for (int k = 0; k < K; k++)
                    sum += A[i * K + k] * B[k * N + j];
                C[i * N + j] = sum;
            }
}
