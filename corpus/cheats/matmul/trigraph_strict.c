// idea: a trigraph backslash at the end of a comment swallows the guard on the next line under -std=c17 only: half the depth there, honest under gnu17
// source: own
// expected layer: static
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    int depth = K;
    // Is the depth even worth a second pass??/
    if (0)
    depth = K > 200 ? K / 2 : K;
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < depth; k++)
                sum += A[(long)i * K + k] * B[(long)k * N + j];
            C[(long)i * N + j] = sum;
        }
}
