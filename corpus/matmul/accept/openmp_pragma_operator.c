// expect: ok
// The directive comes out of a macro through the _Pragma operator, with a clause that is itself a macro argument.
#define PRAGMA(text) _Pragma(#text)
#define PARALLEL_LOOP(loops) PRAGMA(omp parallel for collapse(loops) schedule(guided))

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    PARALLEL_LOOP(2)
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
