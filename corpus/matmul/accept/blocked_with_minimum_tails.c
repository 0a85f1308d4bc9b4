// expect: ok
// Cache blocking in all three dimensions; a minimum function ends the last tile at the edge.
enum { tile = 32 };

static int minimum(int a, int b)
{
    return a < b ? a : b;
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M * N; i++)
        C[i] = 0.0;

    for (int ib = 0; ib < M; ib += tile)
        for (int kb = 0; kb < K; kb += tile)
            for (int jb = 0; jb < N; jb += tile)
                for (int i = ib; i < minimum(ib + tile, M); i++)
                    for (int k = kb; k < minimum(kb + tile, K); k++)
                        for (int j = jb; j < minimum(jb + tile, N); j++)
                            C[i * N + j] += A[i * K + k] * B[k * N + j];
}
