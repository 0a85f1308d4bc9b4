// expect: ok
// A function-like macro unrolls the inner product by eight; a plain loop takes the rest.
#define TERM(offset) (A[i * K + k + (offset)] * B[(k + (offset)) * N + j])
#define FOUR_TERMS(offset) (TERM(offset) + TERM((offset) + 1) + TERM((offset) + 2) + TERM((offset) + 3))

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            int k = 0;
            for (; k + 8 <= K; k += 8)
                sum += FOUR_TERMS(0) + FOUR_TERMS(4);
            for (; k < K; k++)
                sum += TERM(0);
            C[i * N + j] = sum;
        }
}
