// task: matmul
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int rows = M < 64 ? M : 64; //= HV7202
    const int whole = N - N % 8;
    for (int ib = 0; ib < M; ib += rows)
        for (int i = ib; i < ib + rows && i < M; i++) {
            for (int j = 0; j < N; j++)
                C[i * N + j] = 0.0;
            for (int k = 0; k < K; k++) {
                if (K > 64 && k % 8 == 0) //= HV7202
                    __builtin_prefetch(B + k * N);
                for (int j = 0; j < whole; j++)
                    C[i * N + j] += A[i * K + k] * B[k * N + j];
                if (N % 32 != 0) //= HV7201, HV7202
                    for (int j = whole; j < N; j++)
                        C[i * N + j] += A[i * K + k] * B[k * N + j];
            }
        }
}
