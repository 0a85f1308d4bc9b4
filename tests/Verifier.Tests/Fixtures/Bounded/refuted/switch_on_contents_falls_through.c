// task: prefix_sum
// refuted: equivalence
// A break is missing where the number is positive.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++) {
        switch (x[i] > 0.0) {
        case 1:
            sum += x[i];
        default:
            sum += x[i];
        }
        y[i] = sum;
    }
}
