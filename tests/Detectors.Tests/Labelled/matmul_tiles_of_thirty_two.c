void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int e = 0; e < M * N; e++)
        C[e] = 0.0;
    for (int ib = 0; ib < M; ib += 32)
        for (int kb = 0; kb < K; kb += 32)
            for (int jb = 0; jb < N; jb += 32)
                for (int i = ib; i < ib + 32 && i < M; i++)
                    for (int k = kb; k < kb + 32 && k < K; k++)
                        for (int j = jb; j < jb + 32 && j < N; j++)
                            C[i * N + j] += A[i * K + k] * B[k * N + j];
}
