// expect: verification
// Two accumulators and no tail; loses the last element of an odd n.
double dot_optimized(int n, const double *x, const double *y)
{
    double even = 0.0, odd = 0.0;
    for (int i = 0; i + 2 <= n; i += 2) {
        even += x[i] * y[i];
        odd += x[i + 1] * y[i + 1];
    }
    return even + odd;
}
