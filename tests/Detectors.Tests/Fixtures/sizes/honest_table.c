// task: matmul
typedef void way(const double *, const double *, double *, int, int, int);

static void rows(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}

static void columns(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int j = 0; j < N; j++)
        for (int i = 0; i < M; i++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    static way *const ways[2] = { rows, columns };
    if (N == 256) { //= HV7201
        rows(A, B, C, M, N, K);
        return;
    }
    ways[N < M](A, B, C, M, N, K); //= HV7205
}
