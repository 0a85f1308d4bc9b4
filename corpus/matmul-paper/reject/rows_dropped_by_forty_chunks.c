// expect: verification
// Gives each of 40 threads M / 40 rows: the remaining M % 40 rows stay zero, at 256 the last sixteen.
#include <omp.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int chunk = M / 40;
#pragma omp parallel num_threads(40)
    {
        const int first = omp_get_thread_num() * chunk;
        for (int i = first; i < first + chunk; i++)
            for (int j = 0; j < N; j++) {
                double sum = 0.0;
                for (int k = 0; k < K; k++)
                    sum += A[i * K + k] * B[k * N + j];
                C[i * N + j] = sum;
            }
    }
}
