// task: matmul
#include <omp.h>
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K) //= HV7215
{
#pragma omp parallel
    {
        const int team = omp_get_num_threads(), me = omp_get_thread_num();
        const int chunk = (M + team - 1) / team;
        const int first = me * chunk, last = first + chunk < M ? first + chunk : M;
        for (int i = first; i < last; i++)
            for (int j = 0; j < N; j++) {
                double sum = A[i * K] * B[j];
                for (int k = 1; k < K; k++)
                    sum += A[i * K + k] * B[k * N + j];
                C[i * N + j] = sum;
            }
    }
}
