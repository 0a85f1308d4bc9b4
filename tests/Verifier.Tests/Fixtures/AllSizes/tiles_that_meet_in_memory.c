// task: matmul
// SOUNDNESS 13: the tiles are disjoint as rectangles, stay inside of C, and meet in the next row where N is 72.
// assume: M == 2 && N == 72
// races: refuted at M=2 N=72 K=0
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    #pragma omp parallel for collapse(2)
    for (int i = 0; i < M; i++)
        for (int jj = 0; jj < N; jj += 64)
            for (int j = jj; j < jj + 64; j++)
                if (i * N + j < M * N)
                    C[i * N + j] = 0;
}
