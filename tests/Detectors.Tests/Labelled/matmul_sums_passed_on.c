static inline void add_products(double sums[2], double a, const double *b)
{
    sums[0] += a * b[0];
    sums[1] += a * b[1];
}

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j += 2) {
            double sums[2] = { 0.0, 0.0 };
            for (int k = 0; k < K; k++)
                add_products(sums, A[i * K + k], &B[k * N + j]);
            C[i * N + j] = sums[0];
            C[i * N + j + 1] = sums[1];
        }
}
