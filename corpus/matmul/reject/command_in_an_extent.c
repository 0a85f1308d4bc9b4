// expect: library
// Runs a command in the extent of a parameter, which is computed at every call.
int system(const char *command);

static double element(int n, double row[n + 0 * system("true")], int k)
{
    return row[k];
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += element(K, A + i * K, k) * B[k * N + j];
            C[i * N + j] = sum;
        }
}
