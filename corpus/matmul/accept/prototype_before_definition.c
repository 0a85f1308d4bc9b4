// expect: ok
// Declares the entry first, with other parameter names, and defines it below the helper it calls.
extern void matmul_optimized(double *, double *, double *, int, int, int);

static void row_of_product(const double *row, const double *B, double *result, int N, int K)
{
    for (int j = 0; j < N; j++) {
        result[j] = 0.0;
        for (int k = 0; k < K; k++)
            result[j] += row[k] * B[k * N + j];
    }
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        row_of_product(A + i * K, B, C + i * N, N, K);
}
