// task: matmul
typedef double __attribute__((vector_size(64))) eight;
typedef float __attribute__((vector_size(32))) eight_floats;
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++) {
                const eight pair = { A[i * K + k], B[k * N + j] };
                const eight_floats none = { 0 };
                const eight_floats narrow = __builtin_ia32_cvtpd2ps512_mask(pair, none, -1, 4); //~ HV7209
                sum += narrow[0] * narrow[1];
            }
            C[i * N + j] = sum;
        }
}
