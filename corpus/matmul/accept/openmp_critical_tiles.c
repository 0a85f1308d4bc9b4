// expect: ok
// Threads split k; each sums a private 16 x 16 tile and adds it to C inside a named critical section.
enum { tile = 16, depth = 64 };

static int minimum(int a, int b)
{
    return a < b ? a : b;
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++)
            C[i * N + j] = 0.0;

#pragma omp parallel for
    for (int kb = 0; kb < K; kb += depth)
        for (int ib = 0; ib < M; ib += tile)
            for (int jb = 0; jb < N; jb += tile) {
                const int rows = minimum(tile, M - ib), columns = minimum(tile, N - jb);
                double sum[tile][tile] = { { 0.0 } };
                for (int k = kb; k < minimum(kb + depth, K); k++)
                    for (int r = 0; r < rows; r++)
                        for (int c = 0; c < columns; c++)
                            sum[r][c] += A[(ib + r) * K + k] * B[k * N + jb + c];
#pragma omp critical(add_tile)
                for (int r = 0; r < rows; r++)
                    for (int c = 0; c < columns; c++)
                        C[(ib + r) * N + jb + c] += sum[r][c];
            }
}
