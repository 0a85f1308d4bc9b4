// expect: ok
// Sums strips of 64 columns in a local array and copies only the columns that exist.
#include <string.h>

enum { strip = 64 };

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int jb = 0; jb < N; jb += strip) {
        const int width = N - jb < strip ? N - jb : strip;
        for (int i = 0; i < M; i++) {
            double sum[strip] = { 0.0 };
            for (int k = 0; k < K; k++)
                for (int j = 0; j < width; j++)
                    sum[j] += A[i * K + k] * B[k * N + jb + j];
            memcpy(&C[i * N + jb], sum, width * sizeof *sum);
        }
    }
}
