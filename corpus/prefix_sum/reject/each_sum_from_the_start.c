// expect: timeout
// Adds up x[0 .. i] anew for every i; right, but n * n / 2 additions.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        double sum = 0.0;
        for (int j = 0; j <= i; j++)
            sum += x[j];
        y[i] = sum;
    }
}
