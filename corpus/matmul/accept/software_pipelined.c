// expect: ok
// Loads of step k + 1 are issued before the multiply of step k; the last step is peeled, so nothing is read past B.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            if (K > 0) {
                double a = A[i * K], b = B[j];
                for (int k = 1; k < K; k++) {
                    const double next_a = A[i * K + k], next_b = B[k * N + j];
                    sum += a * b;
                    a = next_a;
                    b = next_b;
                }
                sum += a * b;
            }
            C[i * N + j] = sum;
        }
}
