// expect: ok
// Views the flat arrays as arrays of rows; empty matrices are left first, as an array type needs a positive extent.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if (M == 0 || N == 0)
        return;
    double (*product)[N] = (double (*)[N])C;
    if (K == 0) {
        for (int j = 0; j < M * N; j++)
            C[j] = 0.0;
        return;
    }
    double (*left)[K] = (double (*)[K])A;
    double (*right)[N] = (double (*)[N])B;

    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += left[i][k] * right[k][j];
            product[i][j] = sum;
        }
}
