void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i += 2)
        for (int j = 0; j < N; j += 2) {
            double c00 = 0.0, c01 = 0.0, c10 = 0.0, c11 = 0.0;
            for (int k = 0; k < K; k++) {
                const double a0 = A[i * K + k], a1 = A[(i + 1) * K + k];
                const double b0 = B[k * N + j], b1 = B[k * N + j + 1];
                c00 += a0 * b0;
                c01 += a0 * b1;
                c10 += a1 * b0;
                c11 += a1 * b1;
            }
            C[i * N + j] = c00;
            C[i * N + j + 1] = c01;
            C[(i + 1) * N + j] = c10;
            C[(i + 1) * N + j + 1] = c11;
        }
}
