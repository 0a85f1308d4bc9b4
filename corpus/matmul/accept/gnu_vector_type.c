// expect: ok
// GNU vector types instead of intrinsics; memcpy moves unaligned rows in and out, a scalar loop ends each row.
#include <string.h>

typedef double vector __attribute__((vector_size(32)));
enum { lanes = sizeof(vector) / sizeof(double) };

static vector load(const double *from)
{
    vector value;
    memcpy(&value, from, sizeof value);
    return value;
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++) {
        int j = 0;
        for (; j + lanes <= N; j += lanes) {
            vector sum = { 0.0 };
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * load(&B[k * N + j]);
            memcpy(&C[i * N + j], &sum, sizeof sum);
        }
        for (; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
    }
}
