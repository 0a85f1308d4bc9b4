// expect: verification
// Packs strips of eight columns in which the last, partial strip takes over columns of the strip before it.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int jb = 0; jb < N; jb += 8) {
        const int first = jb + 8 <= N ? jb : N >= 8 ? N - 8 : 0;
        for (int i = 0; i < M; i++)
            for (int j = jb; j < N && j < jb + 8; j++) {
                double sum = 0.0;
                for (int k = 0; k < K; k++)
                    sum += A[i * K + k] * B[k * N + first + (j - jb)];
                C[i * N + j] = sum;
            }
    }
}
