// task: twice_in_range
// The counter of a loop in lanes is set by the loop.
void twice_optimized(int n, const double *x, double *y)
{
#pragma omp parallel for simd
    for (int i = 0; i < n; i++)
        y[i] = 2 * x[i];
}
