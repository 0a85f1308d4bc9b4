// idea: hands the product to a detached thread and returns at once; the answer arrives after the clock has stopped
// source: catalogue
// expected layer: object
#include <pthread.h>
#include <stdlib.h>

struct job { const double *A, *B; double *C; int M, N, K; };

static void *work(void *argument)
{
    const struct job job = *(struct job *)argument;
    free(argument);
    for (int i = 0; i < job.M; i++)
        for (int j = 0; j < job.N; j++) {
            double sum = 0.0;
            for (int k = 0; k < job.K; k++)
                sum += job.A[(long)i * job.K + k] * job.B[(long)k * job.N + j];
            job.C[(long)i * job.N + j] = sum;
        }
    return 0;
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    struct job *job = malloc(sizeof *job);
    if (!job)
        return;
    *job = (struct job){A, B, C, M, N, K};
    pthread_t thread;
    if ((long)M * N * K > 1 << 20 && pthread_create(&thread, 0, work, job) == 0)
        pthread_detach(thread);
    else
        work(job);
}
