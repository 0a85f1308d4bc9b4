// task: twice_aligned
// refuted: equivalence
// with: y = x + 8
// replays: Value
void twice_optimized(int n, const double *x, double *y)
{
    for (int i = n - 1; i >= 0; i--)
        y[i] = 2 * x[i];
}
