// expect: ok
// Threads split k into blocks of 32; each adds its partial inner products to C atomically.
enum { depth = 32 };

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel
    {
#pragma omp for
        for (int i = 0; i < M; i++)
            for (int j = 0; j < N; j++)
                C[i * N + j] = 0.0;

#pragma omp for schedule(dynamic)
        for (int kb = 0; kb < K; kb += depth) {
            const int k_end = kb + depth < K ? kb + depth : K;
            for (int i = 0; i < M; i++)
                for (int j = 0; j < N; j++) {
                    double sum = 0.0;
                    for (int k = kb; k < k_end; k++)
                        sum += A[i * K + k] * B[k * N + j];
#pragma omp atomic
                    C[i * N + j] += sum;
                }
        }
    }
}
