static int lesser(int a, int b) { return a < b ? a : b; }

void product(const double *restrict A, const double *restrict B, double *restrict C, int M, int N, int K)
{
    int i, j;
    #pragma omp parallel for collapse(2) schedule(static)
    for (i = 0; i < M; i += 64)
        for (j = 0; j < N; j += 64)
            for (int ii = i; ii < lesser(i + 64, M); ii++)
                for (int jj = j; jj < lesser(j + 64, N); jj++) {
                    double sum = 0;
                    #pragma omp simd reduction(+:sum)
                    for (int k = 0; k < K; k++)
                        sum += A[(long)ii * K + k] * B[(long)k * N + jj];
                    C[ii * N + jj] += sum;
                }
}
