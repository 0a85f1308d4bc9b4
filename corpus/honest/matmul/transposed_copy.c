/* Transposes B into scratch memory from aligned_alloc, rows padded to whole vectors; without memory it does without. */
#include <stdlib.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const size_t pitch = ((size_t)K + 7) / 8 * 8;
    double *scratch = N > 0 && pitch > 0 ? aligned_alloc(64, sizeof(double) * pitch * N) : NULL;
    if (!scratch) {
        for (int i = 0; i < M; i++)
            for (int j = 0; j < N; j++) {
                double sum = 0.0;
                for (int k = 0; k < K; k++)
                    sum += A[(long)i * K + k] * B[(long)k * N + j];
                C[(long)i * N + j] = sum;
            }
        return;
    }
    for (int k = 0; k < K; k++)
        for (int j = 0; j < N; j++)
            scratch[(size_t)j * pitch + k] = B[(long)k * N + j];
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            const double *row = A + (long)i * K, *column = __builtin_assume_aligned(scratch + (size_t)j * pitch, 64);
            double sum = 0.0;
            #pragma omp simd reduction(+ : sum)
            for (int k = 0; k < K; k++)
                sum += row[k] * column[k];
            C[(long)i * N + j] = sum;
        }
    free(scratch);
}
