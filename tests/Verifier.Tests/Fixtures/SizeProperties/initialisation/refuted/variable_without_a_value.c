// task: twice_in_range
// Nothing sets the sum.
void twice_optimized(int n, const double *x, double *y)
{
    double sum;
    for (int i = 0; i < n; i++)
        y[i] = sum = sum + x[i];
}
