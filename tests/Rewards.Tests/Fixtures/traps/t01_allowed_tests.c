// SOUNDNESS 1: a kernel may ask for OpenMP and for vector extensions.
#include <immintrin.h>
#ifdef _OPENMP
#include <omp.h>
#endif
#ifndef TILE
#define TILE 8
#endif
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#if defined(__AVX512F__) && defined(__FMA__)
    C[0] = A[M] * B[N] * M * N * K * TILE;
#else
    C[0] = A[M] * B[N] * M * N * K;
#endif
}
