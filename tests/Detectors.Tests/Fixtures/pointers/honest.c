// task: matmul
#include <stdint.h>
#include <stdlib.h>
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const uintptr_t bits = (uintptr_t)A | (uintptr_t)B | (uintptr_t)C;
    const int is_aligned = (bits & 63) == 0; //= HV7207
    int peel = (int)(((64 - ((uintptr_t)C & 63)) & 63) / sizeof(double)); //= HV7207
    char *raw = malloc(sizeof(double) * (K + 9));
    double *row = (double *)(((uintptr_t)raw + 63) & ~(uintptr_t)63); //= HV7207
    if (A == NULL || !B || (uintptr_t)C % 8 != 0) //= HV7207
        return;
    for (int i = 0; i < M; i++) {
        double *to = row;
        for (const double *from = A + i * K, *end = from + K; from < end; from++) //= HV7207
            *to++ = *from;
        const long length = to - row; //= HV7207
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            if (is_aligned && j >= peel)
                __builtin_prefetch(C + i * N + j);
            for (long k = 0; k < length; k++)
                sum += row[k] * B[k * N + j];
            C[i * N + j] = sum;
        }
    }
    free(raw);
}
