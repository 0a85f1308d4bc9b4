// task: twice_anywhere
// refuted: races
// with: y = x + 1
void twice_optimized(int n, const double *x, double *y)
{
#pragma omp parallel for
    for (int i = 0; i < n; i++)
        y[i] = 2 * x[i];
}
