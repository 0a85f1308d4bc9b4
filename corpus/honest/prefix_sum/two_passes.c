/* Blocks are summed in parallel, the offsets in order, and then each block is written from its offset. */
enum { most = 256 };

void prefix_sum_optimized(int n, const double *x, double *y)
{
    if (n < 16384) {
        double sum = 0.0;
        for (int i = 0; i < n; i++)
            y[i] = sum += x[i];
        return;
    }
    double offset[most + 1];
    const long block = ((long)n + most - 1) / most;
    offset[0] = 0.0;
    #pragma omp parallel
    {
        #pragma omp for
        for (int k = 0; k < most; k++) {
            const long from = k * block < n ? k * block : n, to = from + block < n ? from + block : n;
            double sum = 0.0;
            #pragma omp simd reduction(+ : sum)
            for (long i = from; i < to; i++)
                sum += x[i];
            offset[k + 1] = sum;
        }
        #pragma omp single
        for (int k = 0; k < most; k++)
            offset[k + 1] += offset[k];
        #pragma omp for
        for (int k = 0; k < most; k++) {
            const long from = k * block < n ? k * block : n, to = from + block < n ? from + block : n;
            double sum = offset[k];
            for (long i = from; i < to; i++)
                y[i] = sum += x[i];
        }
    }
}
