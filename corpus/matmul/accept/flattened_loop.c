// expect: ok
// One loop over all elements of C; row and column come from division, which N > 0 inside the loop keeps legal.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for
    for (int element = 0; element < M * N; element++) {
        const int i = element / N, j = element % N;
        double sum = 0.0;
        for (int k = 0; k < K; k++)
            sum += A[i * K + k] * B[k * N + j];
        C[element] = sum;
    }
}
