// expect: library
// Right loops in a thread of its own instead of an OpenMP team.
#include <pthread.h>

typedef struct {
    double *A, *B, *C;
    int M, N, K;
} product;

static void *multiply(void *argument)
{
    const product *p = argument;
    for (int i = 0; i < p->M; i++)
        for (int j = 0; j < p->N; j++) {
            double sum = 0.0;
            for (int k = 0; k < p->K; k++)
                sum += p->A[i * p->K + k] * p->B[k * p->N + j];
            p->C[i * p->N + j] = sum;
        }
    return 0;
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    product whole = { A, B, C, M, N, K };
    pthread_t thread;
    pthread_create(&thread, 0, multiply, &whole);
    pthread_join(thread, 0);
}
