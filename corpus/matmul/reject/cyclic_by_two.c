// expect: verification
// Every thread takes every second row: right for a team of two and for no other.
#include <omp.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel
    for (int i = omp_get_thread_num(); i < M; i += 2)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
