// expect: compile
// collapse(2) over loops with a statement between them.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for collapse(2)
    for (int i = 0; i < M; i++) {
        double *row = &C[i * N];
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            row[j] = sum;
        }
    }
}
