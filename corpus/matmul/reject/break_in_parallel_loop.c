// expect: compile
// Leaves a parallel loop by break, which OpenMP forbids.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for
    for (int i = 0; i < M; i++) {
        if (i == N)
            break;
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
    }
}
