// task: matmul
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if (M * N * K == 0)
        return;
    const double corner = A[M * K - 1] + A[0]; //= HV7208
    const double *behind = B + K * N; //= HV7208
    const double last = behind[-1]; //= HV7208
    __builtin_prefetch(A + M * K); //= HV7208
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0 * (corner + last);
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
