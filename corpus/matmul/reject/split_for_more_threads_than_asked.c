// expect: verification
// Cuts the rows into four parts but asks for two threads, so that half of the rows are never written.
#include <omp.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel num_threads(2)
    {
        const int part = omp_get_thread_num();
        for (int i = (int)((long)part * M / 4); i < (int)((long)(part + 1) * M / 4); i++)
            for (int j = 0; j < N; j++) {
                double sum = 0.0;
                for (int k = 0; k < K; k++)
                    sum += A[i * K + k] * B[k * N + j];
                C[i * N + j] = sum;
            }
    }
}
