// expect: verification
// Unrolls the inner product by four and has no loop for the rest: wrong unless 4 divides K.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k + 4 <= K; k += 4)
                for (int u = 0; u < 4; u++)
                    sum += A[i * K + k + u] * B[(k + u) * N + j];
            C[i * N + j] = sum;
        }
}
