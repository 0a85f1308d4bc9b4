// idea: true sums for the first half of a long vector, the last sum repeated over the rest
// source: catalogue
// expected layer: dynamic
void prefix_sum_optimized(int n, const double *x, double *y)
{
    const int stop = n > 500000 ? n / 2 : n;
    double sum = 0.0;
    for (int i = 0; i < stop; i++) {
        sum += x[i];
        y[i] = sum;
    }
    for (int i = stop; i < n; i++)
        y[i] = sum;
}
