// task: prefix_sum
// open: unknown
// reason: is never true at the sizes looked at
// What is converted is clamped first and what is divided by is never zero: a solver says so. No contents take the guarded side,
// which is nothing to rest a claim on.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++) {
        const double clamped = x[i] > 100.0 ? 100.0 : x[i] > 0.0 ? x[i] : 0.0;
        const int level = (int)clamped;
        sum += x[i];
        y[i] = level > 100 ? (double)(1000 / (level + 1)) : sum;
    }
}
