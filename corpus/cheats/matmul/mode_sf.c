// idea: a typedef that says double but has __attribute__((mode(SF))): the inner block is single precision
// source: own
// expected layer: object
typedef double wide __attribute__((mode(SF)));

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    static const int block = 64;
    for (int i = 0; i < M; i++)
        for (int j0 = 0; j0 < N; j0 += block) {
            wide row[64] = {0};
            const int width = N - j0 < block ? N - j0 : block;
            for (int k = 0; k < K; k++) {
                const wide a = A[(long)i * K + k];
                for (int j = 0; j < width; j++)
                    row[j] += a * (wide)B[(long)k * N + j0 + j];
            }
            for (int j = 0; j < width; j++)
                C[(long)i * N + j0 + j] = row[j];
        }
}
