// task: matmul
#include <stdlib.h>
struct tile { int rows, columns, depth; };

static int smaller(int a, int b) { return a < b ? a : b; }

static void block(const double *A, const double *B, double *C, int N, int K, struct tile tile)
{
    for (int i = 0; i < tile.rows; i++)
        for (int k = 0; k < tile.depth; k++)
            for (int j = 0; j < tile.columns; j++)
                C[i * N + j] += A[i * K + k] * B[k * N + j];
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K) //= HV7215
{
    static const int sizes[2] = { 32, 64 };
    const int step = sizes[M > 200 && (M & (M - 1)) == 0];
    for (int i = 0; i < M * N; i++)
        C[i] = 0.0;
    for (int ib = 0; ib < M; ib += step)
        for (int kb = 0; kb < K; kb += step)
            for (int jb = 0; jb < N; jb += step) {
                const struct tile tile = { smaller(step, M - ib), smaller(step, N - jb), smaller(step, K - kb) };
                block(A + ib * K + kb, B + kb * N + jb, C + ib * N + jb, N, K, tile);
            }
}
