// expect: ok
// One parallel region, two phases: C is zeroed by rows, and after the barrier updated by columns.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel
    {
#pragma omp for nowait
        for (int i = 0; i < M; i++)
            for (int j = 0; j < N; j++)
                C[i * N + j] = 0.0;

#pragma omp barrier

#pragma omp for
        for (int j = 0; j < N; j++)
            for (int i = 0; i < M; i++)
                for (int k = 0; k < K; k++)
                    C[i * N + j] += A[i * K + k] * B[k * N + j];
    }
}
