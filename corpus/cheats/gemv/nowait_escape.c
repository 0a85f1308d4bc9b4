// idea: the scaling loop has no barrier behind it (nowait, dynamic schedule): a row may be scaled after its product was added; right with one thread
// source: own
// expected layer: proof
void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    #pragma omp parallel
    {
        #pragma omp for schedule(dynamic, 8) nowait
        for (int i = 0; i < m; i++)
            y[i] *= beta;
        #pragma omp for schedule(dynamic, 8)
        for (int i = 0; i < m; i++) {
            double sum = 0.0;
            for (int j = 0; j < n; j++)
                sum += A[(long)i * n + j] * x[j];
            y[i] += alpha * sum;
        }
    }
}
