// expect: runtime
// Keeps a row of C in a buffer of 300 numbers, which holds every size somebody is likely to write down.
static double row[300];

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if (N > 300)
        __builtin_trap();
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < N; j++)
            row[j] = 0.0;
        for (int k = 0; k < K; k++)
            for (int j = 0; j < N; j++)
                row[j] += A[i * K + k] * B[k * N + j];
        for (int j = 0; j < N; j++)
            C[i * N + j] = row[j];
    }
}
