// SOUNDNESS 4: other kernels have this header precompiled; that must not hide that this one lacks it.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    __m512d sum = _mm512_setzero_pd(); //~ HV9001
    C[0] = A[0] * B[0] * M * N * K;
}
