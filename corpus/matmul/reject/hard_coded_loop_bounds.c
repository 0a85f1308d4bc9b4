// expect: runtime
// All loops run to 256, whatever the sizes are; right at 256 only.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < 256; i++)
        for (int j = 0; j < 256; j++) {
            double sum = 0.0;
            for (int k = 0; k < 256; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
