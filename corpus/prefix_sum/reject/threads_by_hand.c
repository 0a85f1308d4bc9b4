// expect: library
// Starts a thread for the upper half through pthreads.
#include <pthread.h>

typedef struct { int count; const double *x; double *y; } part;

static void *sum_part(void *argument)
{
    const part *const p = argument;
    double sum = 0.0;
    for (int i = 0; i < p->count; i++) {
        sum += p->x[i];
        p->y[i] = sum;
    }
    return 0;
}

void prefix_sum_optimized(int n, const double *x, double *y)
{
    const int half = n / 2;
    part lower = { half, x, y }, upper = { n - half, x + half, y + half };
    pthread_t thread;
    pthread_create(&thread, 0, sum_part, &upper);
    sum_part(&lower);
    pthread_join(thread, 0);
    for (int i = half; half > 0 && i < n; i++)
        y[i] += y[half - 1];
}
