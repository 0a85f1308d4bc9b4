// expect: verification
// A slip in the unrolled body: term k + 2 is added twice and term k + 3 never, wrong for K >= 4.
#define TERM(offset) (A[i * K + k + (offset)] * B[(k + (offset)) * N + j])

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            int k = 0;
            for (; k + 4 <= K; k += 4)
                sum += TERM(0) + TERM(1) + TERM(2) + TERM(2);
            for (; k < K; k++)
                sum += TERM(0);
            C[i * N + j] = sum;
        }
}
