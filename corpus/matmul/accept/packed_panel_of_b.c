// expect: ok
// Copies each strip of eight columns of B to an aligned buffer, padded with zeros, and multiplies from there.
#include <stdlib.h>

enum { width = 8 };

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double *panel = aligned_alloc(64, ((size_t)K + 1) * width * sizeof *panel);

    for (int jb = 0; jb < N; jb += width) {
        const int columns = N - jb < width ? N - jb : width;
        for (int k = 0; k < K; k++)
            for (int c = 0; c < width; c++)
                panel[(long)k * width + c] = c < columns ? B[k * N + jb + c] : 0.0;

        for (int i = 0; i < M; i++) {
            double sum[width] = { 0.0 };
            for (int k = 0; k < K; k++)
                for (int c = 0; c < width; c++)
                    sum[c] += A[i * K + k] * panel[(long)k * width + c];
            for (int c = 0; c < columns; c++)
                C[i * N + jb + c] = sum[c];
        }
    }
    free(panel);
}
