// task: prefix_sum
// refuted: equivalence
// No drawing comes to this number; a solver does.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++) {
        sum += x[i];
        y[i] = x[i] == 1234567.0 ? 0.0 : sum;
    }
}
