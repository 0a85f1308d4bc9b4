// SOUNDNESS 2: a directive whose words are put together elsewhere must not vanish.
#define TEXT "omp parallel for"
#define SAY(text) _Pragma(text)
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    SAY(TEXT) //~ HV9003
    for (int i = 0; i < M; i++) C[i] = A[i] + B[i] + N + K;
}
