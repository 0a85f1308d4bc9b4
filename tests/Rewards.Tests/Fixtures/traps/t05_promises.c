// SOUNDNESS 5: promises to the compiler are things to prove.
static double half(double x) __attribute__((const)); //~ HV7103
static double half(double x) { return x / 2; }
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double *a = __builtin_assume_aligned(A, 64); //~ HV7103
#pragma GCC ivdep //~ HV7103
    for (int i = 0; i < M; i++) C[i] = half(a[i]) + B[i] + N + K;
    if (M < 0) __builtin_unreachable(); //~ HV7103
}
