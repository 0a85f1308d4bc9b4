// expect: unscored
// A reduction of its own: its expressions are code that no check reads.
#pragma omp declare reduction(plus : double : omp_out += omp_in) initializer(omp_priv = 0.0)

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
#pragma omp simd reduction(plus : sum)
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
