// task: twice_in_range
// A private array begins without values, whatever the original holds.
void twice_optimized(int n, const double *x, double *y)
{
    double twice[1] = {2};
#pragma omp parallel for private(twice)
    for (int i = 0; i < n; i++)
        y[i] = i > 5000 ? twice[0] : 2 * x[i];
}
