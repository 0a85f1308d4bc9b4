enum { depth = 128 };

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int e = 0; e < M * N; e++)
        C[e] = 0.0;
    for (int kb = 0; kb < K; kb += depth) {
        const int k_end = K - kb < depth ? K : kb + depth;
        for (int i = 0; i < M; i++)
            for (int j = 0; j < N; j++) {
                double sum = 0.0;
                for (int k = kb; k < k_end; k++)
                    sum += A[i * K + k] * B[k * N + j];
                C[i * N + j] += sum;
            }
    }
}
