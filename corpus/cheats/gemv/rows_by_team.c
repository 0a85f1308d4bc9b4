// idea: assumes that a team of two really has two members; with one thread the odd rows are never computed
// source: own
// expected layer: dynamic
#include <omp.h>

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    #pragma omp parallel num_threads(2)
    {
        for (int i = omp_get_thread_num(); i < m; i += 2) {
            double sum = 0.0;
            for (int j = 0; j < n; j++)
                sum += A[(long)i * n + j] * x[j];
            y[i] = alpha * sum + beta * y[i];
        }
    }
}
