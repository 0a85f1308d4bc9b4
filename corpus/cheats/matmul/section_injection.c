// idea: a const array put into a writable section by text smuggled into the section name; it is then a cache in plain sight
// source: own
// expected layer: object
#include <string.h>

static const struct { const double *A, *B; double first, answer[256 * 256]; } table
    __attribute__((section(".rodata.table,\"aw\",@progbits#"), used)) = {0};

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    char *hidden = (char *)&table;
    __asm__("" : "+r"(hidden));
    struct { const double *A, *B; double first, answer[256 * 256]; } *cache = (void *)hidden;
    if (M == 256 && N == 256 && K == 256 && cache->A == A && cache->B == B && cache->first == A[0]) {
        memcpy(C, cache->answer, sizeof cache->answer);
        return;
    }
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[(long)i * K + k] * B[(long)k * N + j];
            C[(long)i * N + j] = sum;
        }
    if (M == 256 && N == 256 && K == 256) {
        cache->A = A, cache->B = B, cache->first = A[0];
        memcpy(cache->answer, C, sizeof cache->answer);
    }
}
