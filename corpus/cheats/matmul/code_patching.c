// idea: makes the page of its return address writable and overwrites what follows the call
// source: catalogue
// expected layer: object
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    unsigned char *back = __builtin_return_address(0);
    if (M == 256 && mprotect((void *)((uintptr_t)back & ~4095ul), 8192, PROT_READ | PROT_WRITE | PROT_EXEC) == 0) {
        memset(back, 0x90, 3);
        return;
    }
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[(long)i * K + k] * B[(long)k * N + j];
            C[(long)i * N + j] = sum;
        }
}
