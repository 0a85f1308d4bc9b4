// task: matmul
#include <stdlib.h>
#include <string.h>
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double stack[32];
    double *kept = malloc(sizeof *kept * M * N);
    char *note = malloc(16);
    memcpy(C, kept, sizeof *C * M * N); //~ HV7211
    if (note[0] == 'x') //~ HV7211
        return;
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = stack[7]; //~ HV7211
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
    note[0] = 'x';
    memcpy(kept, C, sizeof *C * M * N);
    free(note);
    free(kept);
}
