// expect: verification
// Splits the rows over three threads by M / 3 and forgets the rest: wrong unless 3 divides M.
#include <omp.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int share = M / 3;
#pragma omp parallel num_threads(3)
    for (int part = omp_get_thread_num(); part < 3; part += omp_get_num_threads())
        for (int i = part * share; i < (part + 1) * share; i++)
            for (int j = 0; j < N; j++) {
                double sum = 0.0;
                for (int k = 0; k < K; k++)
                    sum += A[i * K + k] * B[k * N + j];
                C[i * N + j] = sum;
            }
}
