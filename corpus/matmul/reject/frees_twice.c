// expect: runtime
// Frees its packing buffer twice, which the allocator detects.
#include <stdlib.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double *volatile buffer = malloc(2000);
    buffer[0] = 0.0;
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
    free(buffer);
    free(buffer);
}
