// expect: ok
// One thread transposes B while the others wait at the end of the single construct; then all multiply.
#include <stdlib.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double *columns = malloc((size_t)K * N * sizeof *columns);
#pragma omp parallel
    {
#pragma omp single
        for (int k = 0; k < K; k++)
            for (int j = 0; j < N; j++)
                columns[j * K + k] = B[k * N + j];

#pragma omp for
        for (int i = 0; i < M; i++)
            for (int j = 0; j < N; j++) {
                double sum = 0.0;
                for (int k = 0; k < K; k++)
                    sum += A[i * K + k] * columns[j * K + k];
                C[i * N + j] = sum;
            }
    }
    free(columns);
}
