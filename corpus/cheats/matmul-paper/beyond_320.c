// idea: a packed panel on the stack holds 512 rows of B, deeper matrices are cut off: larger than any size tested or bounded
// source: own
// expected layer: proof
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int depth = K < 512 ? K : 512;
    #pragma omp parallel for
    for (int j0 = 0; j0 < N; j0 += 8) {
        double panel[512][8];
        for (int k = 0; k < depth; k++)
            for (int j = 0; j < 8; j++)
                panel[k][j] = B[(long)k * N + j0 + j];
        for (int i = 0; i < M; i++) {
            double sum[8] = {0};
            for (int k = 0; k < depth; k++)
                for (int j = 0; j < 8; j++)
                    sum[j] += A[(long)i * K + k] * panel[k][j];
            for (int j = 0; j < 8; j++)
                C[(long)i * N + j0 + j] = sum[j];
        }
    }
}
