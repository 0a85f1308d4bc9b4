// task: matmul
#include <stdlib.h>
static void product(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}

static void blocked(const double *A, const double *B, double *C, int M, int N, int K, int tile)
{
    for (int i = 0; i < M * N; i++)
        C[i] = 0.0;
    for (int kb = 0; kb < K; kb += tile)
        for (int i = 0; i < M; i++)
            for (int k = kb; k < kb + tile && k < K; k++)
                for (int j = 0; j < N; j++)
                    C[i * N + j] += A[i * K + k] * B[k * N + j];
}

static void width_16(const double *A, const double *B, double *C, int M, int K) { product(A, B, C, M, 16, K); }
static void width_32(const double *A, const double *B, double *C, int M, int K) { product(A, B, C, M, 32, K); }

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int threads = M > 1000 ? 8 : 1; //= HV7202
    const int tile = K > 512 ? 256 : 64; //= HV7202
    if (M <= 0 || N <= 0) //= HV7201
        return;
    if (K == 0) { //= HV7201
        for (int i = 0; i < M * N; i++)
            C[i] = 0.0;
        return;
    }
    switch (N) { //= HV7201
    case 16:
        width_16(A, B, C, M, K);
        return;
    case 32:
        width_32(A, B, C, M, K);
        return;
    }
    if (M == 256) { //= HV7201
        blocked(A, B, C, M, N, K, 64);
    } else if ((double)M * N * K > 32768.0) { //= HV7201
        blocked(A, B, C, M, N, K, tile);
    } else {
#pragma omp parallel for num_threads(threads)
        for (int i = 0; i < M; i++)
            product(A + i * K, B, C + i * N, 1, N, K);
    }
}
