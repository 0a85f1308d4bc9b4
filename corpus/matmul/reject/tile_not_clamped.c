// expect: runtime
// Tiles of 16 rows with no clamp at the edge: reads past A and writes past C unless 16 divides M.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int ib = 0; ib < M; ib += 16)
        for (int i = ib; i < ib + 16; i++)
            for (int j = 0; j < N; j++) {
                double sum = 0.0;
                for (int k = 0; k < K; k++)
                    sum += A[i * K + k] * B[k * N + j];
                C[i * N + j] = sum;
            }
}
