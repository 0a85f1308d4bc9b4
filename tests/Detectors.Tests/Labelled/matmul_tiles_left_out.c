void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
#if 0
#pragma omp parallel for
    for (int ib = 0; ib < M; ib += 64)
        for (int kb = 0; kb < K; kb += 64)
            for (int i = ib; i < ib + 64 && i < M; i++)
                for (int k = kb; k < kb + 64 && k < K; k++)
                    for (int j = 0; j < N; j++)
                        C[i * N + j] += A[i * K + k] * B[k * N + j];
#else
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
#endif
}
