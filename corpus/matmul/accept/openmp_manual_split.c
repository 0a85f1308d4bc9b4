// expect: ok
// Each thread takes its share of the rows by hand, from the thread number and the team size that was really delivered.
#include <omp.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel
    {
        const long threads = omp_get_num_threads();
        const long thread = omp_get_thread_num();
        const int first = (int)(thread * M / threads);
        const int end = (int)((thread + 1) * M / threads);

        for (int i = first; i < end; i++)
            for (int j = 0; j < N; j++) {
                double sum = 0.0;
                for (int k = 0; k < K; k++)
                    sum += A[i * K + k] * B[k * N + j];
                C[i * N + j] = sum;
            }
    }
}
