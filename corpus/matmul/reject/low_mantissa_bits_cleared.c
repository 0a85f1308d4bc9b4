// expect: verification
// Clears the low 26 bits of each element of A before it is used: 27 significant bits remain.
#include <stdint.h>
#include <string.h>

static double shortened(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    bits &= ~(((uint64_t)1 << 26) - 1);
    memcpy(&value, &bits, sizeof value);
    return value;
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += shortened(A[i * K + k]) * B[k * N + j];
            C[i * N + j] = sum;
        }
}
