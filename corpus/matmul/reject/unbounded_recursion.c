// expect: runtime
// The recursion over rows has no base case and runs out of stack.
static double row_of_product(const double *A, const double *B, double *C, int i, int N, int K)
{
    double checksum = 0.0;
    for (int j = 0; j < N; j++) {
        double sum = 0.0;
        for (int k = 0; k < K; k++)
            sum += A[i * K + k] * B[k * N + j];
        C[i * N + j] = sum;
        checksum += sum;
    }
    return checksum + row_of_product(A, B, C, i + 1, N, K);
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if (M > 0)
        C[0] = row_of_product(A, B, C, 0, N, K);
}
