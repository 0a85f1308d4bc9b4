// task: prefix_sum
// What is converted is clamped first, what is divided by is never zero, and the guard never fires: a solver says so.
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
