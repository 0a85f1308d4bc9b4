// task: matmul
#include <stdlib.h>
static void pack(double *to, const double *from, int n)
{
    for (int i = 0; i < n; i++)
        to[i] = from[i];
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double sums[4] = { 0 };
    double tail[8];
    double *zeroed = calloc(N + 1, sizeof *zeroed);
    double *row = malloc(sizeof *row * (K + 1));
    double *carried = malloc(sizeof *carried * (N + 1));
    for (int i = 0; i < M; i++) {
        pack(row, A + i * K, K);
        for (int j = 0; j < N; j++) {
            double sum = sums[j % 4] + zeroed[j]; //= HV7211, HV7211
            if (i > 0)
                sum += 0.0 * carried[j]; //= HV7211
            for (int k = 0; k < K; k++)
                sum += row[k] * B[k * N + j]; //= HV7211
            carried[j] = sum;
            for (int lane = 0; lane < 8; lane++)
                tail[lane] = sum;
            C[i * N + j] = tail[j % 8]; //= HV7211
        }
    }
    free(zeroed);
    free(row);
    free(carried);
}
