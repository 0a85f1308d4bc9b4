// expect: ok
// The inner product enters a loop unrolled by four through a switch, so that no separate remainder loop is needed.
static double inner_product(const double *row, const double *B, int column, int stride, int length)
{
    double sum = 0.0;
    int k = 0;
    int rounds = (length + 3) / 4;
    if (length == 0)
        return sum;
    switch (length % 4) {
        do {
        case 0: sum += row[k] * B[k * stride + column]; k++; /* fall through */
        case 3: sum += row[k] * B[k * stride + column]; k++; /* fall through */
        case 2: sum += row[k] * B[k * stride + column]; k++; /* fall through */
        case 1: sum += row[k] * B[k * stride + column]; k++;
        } while (--rounds > 0);
    }
    return sum;
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++)
            C[i * N + j] = inner_product(&A[i * K], B, j, N, K);
}
