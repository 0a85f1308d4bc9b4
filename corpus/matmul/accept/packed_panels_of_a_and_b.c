// expect: ok
// The five loops of a library multiply: packs zero-padded panels of A and B and runs a 4 x 8 micro-kernel on them.
#include <stdlib.h>
#include <string.h>

enum { mr = 4, nr = 8, mc = 32, nc = 64, kc = 48 };

static int minimum(int a, int b)
{
    return a < b ? a : b;
}

static void pack_a(const double *A, int K, int rows, int depth, double *packed)
{
    for (int i = 0; i < rows; i += mr)
        for (int k = 0; k < depth; k++)
            for (int r = 0; r < mr; r++)
                *packed++ = i + r < rows ? A[(i + r) * K + k] : 0.0;
}

static void pack_b(const double *B, int N, int depth, int columns, double *packed)
{
    for (int j = 0; j < columns; j += nr)
        for (int k = 0; k < depth; k++)
            for (int c = 0; c < nr; c++)
                *packed++ = j + c < columns ? B[k * N + j + c] : 0.0;
}

static void micro_kernel(const double *a, const double *b, int depth, double *C, int N, int rows, int columns)
{
    double sum[mr][nr] = { { 0.0 } };
    for (int k = 0; k < depth; k++)
        for (int r = 0; r < mr; r++)
            for (int c = 0; c < nr; c++)
                sum[r][c] += a[k * mr + r] * b[k * nr + c];
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < columns; c++)
            C[r * N + c] += sum[r][c];
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double *packed_a = aligned_alloc(64, mc * kc * sizeof *packed_a);
    double *packed_b = aligned_alloc(64, kc * nc * sizeof *packed_b);
    memset(C, 0, (size_t)M * N * sizeof *C);

    for (int jc = 0; jc < N; jc += nc) {
        const int columns = minimum(nc, N - jc);
        for (int pc = 0; pc < K; pc += kc) {
            const int depth = minimum(kc, K - pc);
            pack_b(&B[pc * N + jc], N, depth, columns, packed_b);
            for (int ic = 0; ic < M; ic += mc) {
                const int rows = minimum(mc, M - ic);
                pack_a(&A[ic * K + pc], K, rows, depth, packed_a);
                for (int j = 0; j < columns; j += nr)
                    for (int i = 0; i < rows; i += mr)
                        micro_kernel(&packed_a[i * depth], &packed_b[j * depth], depth, &C[(ic + i) * N + jc + j], N,
                                     minimum(mr, rows - i), minimum(nr, columns - j));
            }
        }
    }
    free(packed_a);
    free(packed_b);
}
