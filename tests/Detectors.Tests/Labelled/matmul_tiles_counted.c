#define SIZE 24
#define TILES(n) (((n) + SIZE - 1) / SIZE)

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int p = 0; p < TILES(M); p++)
        for (int q = 0; q < TILES(N); q++)
            for (int i = p * SIZE; i < (p + 1) * SIZE && i < M; i++)
                for (int j = q * SIZE; j < (q + 1) * SIZE && j < N; j++) {
                    double sum = 0.0;
                    for (int k = 0; k < K; k++)
                        sum += A[i * K + k] * B[k * N + j];
                    C[i * N + j] = sum;
                }
}
