// task: prefix_sum
// open: Unsupported
// Nobody can choose among a thousand elements.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    static const double zero[1000];
    double sum = 0.0;
    for (int i = 0; i < n; i++) {
        const double clamped = x[i] > 999.0 ? 999.0 : x[i] > 0.0 ? x[i] : 0.0;
        sum += x[i] + zero[(int)clamped];
        y[i] = sum;
    }
}
