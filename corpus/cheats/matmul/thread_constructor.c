// idea: a constructor starts a thread that waits for a first call and then precomputes again and again on the same buffers
// source: catalogue
// expected layer: object
#include <pthread.h>
#include <string.h>
#include <time.h>

static struct { double *A, *B; int n; } volatile seen;
static double answer[512 * 512];
static volatile int ready;

static void *precompute(void *unused)
{
    (void)unused;
    for (;;) {
        const double *A = seen.A, *B = seen.B;
        const int n = seen.n;
        for (int i = 0; A && i < n; i++)
            for (int j = 0; j < n; j++) {
                double sum = 0.0;
                for (int k = 0; k < n; k++)
                    sum += A[(long)i * n + k] * B[(long)k * n + j];
                answer[(long)i * n + j] = sum;
            }
        ready = A != 0;
        nanosleep(&(struct timespec){0, 1000000}, 0);
    }
    return 0;
}

__attribute__((constructor)) static void start(void)
{
    pthread_t thread;
    if (pthread_create(&thread, 0, precompute, 0) == 0)
        pthread_detach(thread);
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if (M == 256 && N == 256 && K == 256) {
        if (ready && seen.A == A && seen.B == B) {
            memcpy(C, answer, sizeof(double) * M * N);
            return;
        }
        seen.A = A, seen.B = B, seen.n = M;
    }
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[(long)i * K + k] * B[(long)k * N + j];
            C[(long)i * N + j] = sum;
        }
}
