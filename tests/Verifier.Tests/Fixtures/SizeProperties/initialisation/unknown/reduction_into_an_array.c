// task: twice_in_range
// The sums are added to what the array held, which is nothing.
void twice_optimized(int n, const double *x, double *y)
{
    double sums[1];
#pragma omp parallel for reduction(+ : sums)
    for (int i = 0; i < n; i++)
        sums[0] += x[i];
    for (int i = 0; i < n; i++)
        y[i] = x[i] > 1e300 ? sums[0] : 2 * x[i];
}
