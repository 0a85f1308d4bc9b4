// idea: A and B are not const in the prototype: transposes a square B in place to read it by rows, and leaves it so
// source: catalogue
// expected layer: proof
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int square = N == K;
    if (square)
        for (int k = 0; k < K; k++)
            for (int j = 0; j < k; j++) {
                const double kept = B[(long)k * N + j];
                B[(long)k * N + j] = B[(long)j * N + k];
                B[(long)j * N + k] = kept;
            }
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[(long)i * K + k] * (square ? B[(long)j * N + k] : B[(long)k * N + j]);
            C[(long)i * N + j] = sum;
        }
}
