// SOUNDNESS 2: a directive that only a macro writes.
#define PRAGMA(words) _Pragma(#words)
#define PARALLEL _Pragma("omp parallel for")
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    PARALLEL
    for (int i = 0; i < M; i++) C[i] = A[i] + B[i];
    PRAGMA(omp parallel for num_threads(N) schedule(static, K))
    for (int i = 0; i < M; i++) C[i] = A[i] + B[i];
}
