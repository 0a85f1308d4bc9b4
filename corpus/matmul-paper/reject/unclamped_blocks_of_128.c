// expect: runtime
// Steps through C in blocks of 128 and never clamps them: reads and writes past the arrays where 128 does not divide M.
enum { block = 128 };

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int ib = 0; ib < M; ib += block)
        for (int i = ib; i < ib + block; i++)
            for (int k = 0; k < K; k++)
                for (int j = 0; j < N; j++)
                    C[i * N + j] += A[i * K + k] * B[k * N + j];
}
