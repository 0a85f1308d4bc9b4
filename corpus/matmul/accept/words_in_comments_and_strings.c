// expect: ok
// Plain loops that only mention cblas_dgemm, dlopen, asm and #pragma omp, in comments and a string: none is used.
/* #pragma omp parallel for -- not here; see cblas_dgemm(3) and system("true") */
static const char *const note = "asm(\"nop\"); fopen(\"/etc/passwd\"); #include <cblas.h>";

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const double start = note[0] == 'a' ? 0.0 : 1.0;
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = start;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
