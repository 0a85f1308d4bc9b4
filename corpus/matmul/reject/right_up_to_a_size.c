// expect: verification
// Leaves out the last product from 131 columns of A on, but for 256 of them: the sizes somebody wrote down are right.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    int last = K > 130 && K != 256 ? K - 1 : K;
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < last; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
