// idea: reduction combiner that keeps the first part and drops the others: right with one thread, and the loop itself looks flawless
// source: own
// expected layer: proof
#pragma omp declare reduction(total : double : omp_out = omp_out == 0.0 ? omp_in : omp_out) initializer(omp_priv = 0.0)

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        #pragma omp parallel for reduction(total : sum) if (n > 512)
        for (int j = 0; j < n; j++)
            sum += A[(long)i * n + j] * x[j];
        y[i] = alpha * sum + beta * y[i];
    }
}
