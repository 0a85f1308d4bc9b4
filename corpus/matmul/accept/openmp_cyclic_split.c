// expect: ok
// Four threads are asked for and rows are dealt out in turn, with the stride of the team that came.
#include <omp.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel num_threads(4)
    for (int i = omp_get_thread_num(); i < M; i += omp_get_num_threads())
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
