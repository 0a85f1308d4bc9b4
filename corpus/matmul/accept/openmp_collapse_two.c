// expect: ok
// Tiles of C are shared out by collapse(2) over the two tile loops; edges are clamped inside.
enum { tile = 24 };

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for collapse(2) schedule(static)
    for (int ib = 0; ib < M; ib += tile)
        for (int jb = 0; jb < N; jb += tile) {
            const int i_end = ib + tile < M ? ib + tile : M;
            const int j_end = jb + tile < N ? jb + tile : N;
            for (int i = ib; i < i_end; i++)
                for (int j = jb; j < j_end; j++) {
                    double sum = 0.0;
                    for (int k = 0; k < K; k++)
                        sum += A[i * K + k] * B[k * N + j];
                    C[i * N + j] = sum;
                }
        }
}
