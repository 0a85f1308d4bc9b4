// task: matmul
#include <stdint.h>
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int is_on_page = (uintptr_t)A % 4096 == 0; //= HV7207
    const int lane = (int)(((uintptr_t)C >> 3) & 7); //= HV7207
    const int whole = !((uintptr_t)B & 4095); //= HV7207
    const int peel = (int)((uintptr_t)C / sizeof(double) % 8); //= HV7207
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            if ((is_on_page || whole) && j >= lane - peel)
                __builtin_prefetch(C + i * N + j);
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
