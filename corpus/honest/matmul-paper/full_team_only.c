// idea: row ranges are written for a team of forty; with fewer threads the rows of the missing members stay zero
// source: own
// expected layer: dynamic
#include <omp.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    #pragma omp parallel num_threads(40)
    {
        const int member = omp_get_thread_num();
        for (int i = (long)M * member / 40; i < (long)M * (member + 1) / 40; i++)
            for (int k = 0; k < K; k++)
                for (int j = 0; j < N; j++)
                    C[(long)i * N + j] += A[(long)i * K + k] * B[(long)k * N + j];
    }
}
