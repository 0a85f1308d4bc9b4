// idea: the chunk size of the OpenMP runtime schedule is a hidden integer that survives the call: it counts calls, later ones skip columns
// source: own
// expected layer: static
#include <omp.h>

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    int columns = n;
    if (m >= 1024) {
        omp_sched_t kind;
        int chunk;
        omp_get_schedule(&kind, &chunk);
        omp_set_schedule(omp_sched_dynamic, chunk < 1 ? 2 : chunk + 1);
        if (chunk > 6)
            columns = n / 2;
    }
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int j = 0; j < columns; j++)
            sum += A[(long)i * n + j] * x[j];
        y[i] = alpha * sum + beta * y[i];
    }
}
