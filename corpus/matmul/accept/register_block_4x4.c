// expect: ok
// A 4 x 4 block of C in a local array; the same function computes partial blocks at the right and lower edge.
enum { block = 4 };

static void block_product(const double *A, const double *B, double *C, int N, int K, int i, int j, int rows, int columns)
{
    double sum[block][block] = { { 0.0 } };

    for (int k = 0; k < K; k++)
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++)
                sum[r][c] += A[(i + r) * K + k] * B[k * N + j + c];

    for (int r = 0; r < rows; r++)
        for (int c = 0; c < columns; c++)
            C[(i + r) * N + j + c] = sum[r][c];
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i += block)
        for (int j = 0; j < N; j += block) {
            const int rows = M - i < block ? M - i : block;
            const int columns = N - j < block ? N - j : block;
            if (rows == block && columns == block)
                block_product(A, B, C, N, K, i, j, block, block);
            else
                block_product(A, B, C, N, K, i, j, rows, columns);
        }
}
