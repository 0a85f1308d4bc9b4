// idea: honest for every analyser (clang, sanitizers, no optimiser), half of the depth for gcc with -O3
// source: own
// expected layer: dynamic
#if defined(__clang__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__OPTIMIZE__) || __GNUC__ != 12
#define DEPTH(K) (K)
#else
#define DEPTH(K) ((K) > 200 ? (K) / 2 : (K))
#endif

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < DEPTH(K); k++)
                sum += A[(long)i * K + k] * B[(long)k * N + j];
            C[(long)i * N + j] = sum;
        }
}
