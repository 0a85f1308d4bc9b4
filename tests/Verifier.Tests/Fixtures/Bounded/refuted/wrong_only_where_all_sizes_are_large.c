// task: matmul
// refuted: equivalence
// Leaves out the last term once every size is 24: no size alone shows it.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int depth = M >= 24 && N >= 24 && K >= 24 ? K - 1 : K;
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < depth; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
