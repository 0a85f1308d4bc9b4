// expect: verification
// Writes zeros everywhere.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    (void)A, (void)B, (void)K;
    for (int i = 0; i < M * N; i++)
        C[i] = 0.0;
}
