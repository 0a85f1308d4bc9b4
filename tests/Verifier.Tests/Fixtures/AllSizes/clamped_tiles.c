// task: matmul
// overflow: proved
// allocation: proved
// bounds: proved
// alignment: proved
// races: proved
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    #pragma omp parallel for collapse(2)
    for (int ii = 0; ii < M; ii += 32)
        for (int jj = 0; jj < N; jj += 32)
            for (int i = ii; i < (ii + 32 < M ? ii + 32 : M); i++)
                for (int j = jj; j < (jj + 32 < N ? jj + 32 : N); j++) {
                    double sum = 0;
                    for (int k = 0; k < K; k++)
                        sum += A[i * K + k] * B[k * N + j];
                    C[i * N + j] = sum;
                }
}
