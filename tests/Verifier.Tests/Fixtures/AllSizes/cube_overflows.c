// task: matmul
// This really happens where M is 1024, and no range leaves out so small a size.
// overflow: unknown: '4*M*M*M' may leave its type at line 7: no sizes are found at which it happens
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        if (4 * M * M * M > i)
            for (int j = 0; j < N; j++)
                C[i * N + j] = 0;
}
