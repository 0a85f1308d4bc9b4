// expect: ok
// Packs a block of B into a variable-length array whose extents are the clamped block sizes.
enum { deepest = 64, widest = 32 };

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++)
            C[i * N + j] = 0.0;

    for (int kb = 0; kb < K; kb += deepest) {
        const int depth = K - kb < deepest ? K - kb : deepest;
        for (int jb = 0; jb < N; jb += widest) {
            const int width = N - jb < widest ? N - jb : widest;
            double panel[depth][width];
            for (int k = 0; k < depth; k++)
                for (int j = 0; j < width; j++)
                    panel[k][j] = B[(kb + k) * N + jb + j];
            for (int i = 0; i < M; i++)
                for (int k = 0; k < depth; k++)
                    for (int j = 0; j < width; j++)
                        C[i * N + jb + j] += A[i * K + kb + k] * panel[k][j];
        }
    }
}
