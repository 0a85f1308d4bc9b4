// task: prefix_sum
// says: bitwise
// A switch that falls through, with a range for a label; every way comes to the same number.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++) {
        double term = 0.0;
        switch ((x[i] > 0.0) + 2 * (x[i] > 1.0)) {
        case 1 ... 2:
            term = -x[i];
            /* falls through */
        case 3:
            term = x[i];
            break;
        default:
            term = x[i];
        }
        sum += term;
        y[i] = sum;
    }
}
