#include <string.h>

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    double row[2048];
    for (int i = 0; i < M; i++) {
        memset(row, 0, sizeof row);
        for (int k = 0; k < K; k++)
            for (int j = 0; j < N; j++)
                row[j] += A[i * K + k] * B[k * N + j];
        memcpy(&C[i * N], row, sizeof *row * N);
    }
}
