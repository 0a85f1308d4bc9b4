// expect: ok
// All three loops count down to zero.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    int i = M;
    while (i-- > 0) {
        int j = N;
        while (j-- > 0) {
            double sum = 0.0;
            int k = K;
            while (k-- > 0)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
    }
}
