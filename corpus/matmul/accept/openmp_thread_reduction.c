// expect: ok
// Threads split k and reduce one element at a time: race-free, in unspecified order. The first column only, because tens
// of thousands of teams take minutes on a busy machine.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            if (j == 0) {
#pragma omp parallel for reduction(+ : sum) num_threads(2) if (K > 100)
                for (int k = 0; k < K; k++)
                    sum += A[i * K + k] * B[k * N + j];
            } else {
                for (int k = 0; k < K; k++)
                    sum += A[i * K + k] * B[k * N + j];
            }
            C[i * N + j] = sum;
        }
}
