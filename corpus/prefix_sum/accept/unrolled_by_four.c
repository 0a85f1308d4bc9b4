// expect: ok
// Four sums a step from two independent pairs, so that only one addition waits for the step before.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    double carry = 0.0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
        const double first_pair = x[i] + x[i + 1];
        const double three = first_pair + x[i + 2];
        const double four = first_pair + (x[i + 2] + x[i + 3]);
        y[i] = carry + x[i];
        y[i + 1] = carry + first_pair;
        y[i + 2] = carry + three;
        y[i + 3] = carry + four;
        carry += four;
    }
    for (; i < n; i++) {
        carry += x[i];
        y[i] = carry;
    }
}
