// expect: ok
// Bottom-tested loops, each behind a check that there is anything to do.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    int i = 0;
    if (M == 0 || N == 0)
        return;
    do {
        int j = 0;
        do {
            double sum = 0.0;
            int k = 0;
            if (K > 0)
                do
                    sum += A[i * K + k] * B[k * N + j];
                while (++k < K);
            C[i * N + j] = sum;
        } while (++j < N);
    } while (++i < M);
}
