// task: prefix_sum
// says: bitwise
// An index that is made of a number of contents, and stays inside of its table by a mask.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    static const double sign[4] = { 1.0, 1.0, 1.0, 1.0 };
    double sum = 0.0;
    for (int i = 0; i < n; i++) {
        const unsigned which = x[i] > 0.0 ? 7u : 5u;
        sum += sign[which & 3] * x[i];
        y[i] = sum;
    }
}
