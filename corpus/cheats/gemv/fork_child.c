// idea: a forked child inherits the buffers, the parent waits for nothing: half of the rows are left to a process whose writes are lost
// source: catalogue
// expected layer: object
#include <unistd.h>

static void rows(int from, int to, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    for (int i = from; i < to; i++) {
        double sum = 0.0;
        for (int j = 0; j < n; j++)
            sum += A[(long)i * n + j] * x[j];
        y[i] = alpha * sum + beta * y[i];
    }
}

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    if (m >= 1024) {
        const pid_t child = fork();
        if (child == 0) {
            rows(m / 2, m, n, alpha, A, x, beta, y);
            _exit(0);
        }
        rows(0, child > 0 ? m / 2 : m, n, alpha, A, x, beta, y);
        return;
    }
    rows(0, m, n, alpha, A, x, beta, y);
}
