// task: twice_apart
// Nothing sets the sum.
void twice_optimized(int n, const double *x, double *y)
{
    double sum;
    for (int i = 0; i < n; i++)
        y[i] = sum = sum + x[i];
}
