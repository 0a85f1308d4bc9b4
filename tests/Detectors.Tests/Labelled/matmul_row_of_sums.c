enum { width = 4 };

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j += width) {
            double sum[width] = { 0.0 };
            for (int k = 0; k < K; k++)
                for (int c = 0; c < width; c++)
                    sum[c] += A[i * K + k] * B[k * N + j + c];
            for (int c = 0; c < width; c++)
                C[i * N + j + c] = sum[c];
        }
}
