// SOUNDNESS 1: both compilers see the same answer to who compiles, so asking is no offence.
#include <stdlib.h>
#ifdef __clang__
#define __UNROLL _Pragma("clang loop unroll(enable)")
#elif defined(__GNUC__) && __GNUC__ >= 8
#define __UNROLL _Pragma("GCC unroll 4")
#else
#define __UNROLL
#endif
#if defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L && !defined(_MSC_VER)
#define __ALIGNED(n) _Alignas(n)
#endif
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    __ALIGNED(64) double sum[4] = { 0 };
    __UNROLL
    for (int i = 0; i < 4; i++)
        sum[i] = A[M] * B[N] * M * N * K;
    C[0] = sum[0];
}
