enum { tile_size = 48 };

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int e = 0; e < M * N; e++)
        C[e] = 0.0;
    for (int kb = 0; kb < K; kb += tile_size)
        for (int jb = 0; jb < N; jb += tile_size)
            for (int i = 0; i < M; i++)
                for (int k = kb; k < kb + tile_size && k < K; k++) {
                    const double a = A[i * K + k];
                    if (k + 1 < K)
                        __builtin_prefetch(&B[(k + 1) * N + jb]);
                    for (int j = jb; j < jb + tile_size && j < N; j++)
                        C[i * N + j] += a * B[k * N + j];
                }
}
