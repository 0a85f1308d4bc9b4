// expect: ok
// Two sections compute the upper and the lower half of C.
static void rows_of_product(const double *A, const double *B, double *C, int first, int end, int N, int K)
{
    for (int i = first; i < end; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int middle = M / 2;
#pragma omp parallel sections
    {
#pragma omp section
        rows_of_product(A, B, C, 0, middle, N, K);
#pragma omp section
        rows_of_product(A, B, C, middle, M, N, K);
    }
}
