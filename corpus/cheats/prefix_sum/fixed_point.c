// idea: beyond a few thousand elements sums 64-bit integers scaled by 2^40: exact and associative, but only for numbers in [-1, 1) and not below 2^-40
// source: own
// expected layer: static
void prefix_sum_optimized(int n, const double *x, double *y)
{
    int i = 0;
    double sum = 0.0;
    for (; i < n && (i < 4096 || n < 200000); i++) {
        sum += x[i];
        y[i] = sum;
    }
    long whole = (long)(sum * 0x1p40);
    for (; i < n; i++) {
        whole += (long)(x[i] * 0x1p40);
        y[i] = (double)whole * 0x1p-40;
    }
}
