// expect: ok
// No barrier between two static loops of equal length: OpenMP gives row i to the same thread in both.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel
    {
#pragma omp for schedule(static) nowait
        for (int i = 0; i < M; i++)
            for (int j = 0; j < N; j++)
                C[i * N + j] = 0.0;

#pragma omp for schedule(static)
        for (int i = 0; i < M; i++)
            for (int k = 0; k < K; k++)
                for (int j = 0; j < N; j++)
                    C[i * N + j] += A[i * K + k] * B[k * N + j];
    }
}
