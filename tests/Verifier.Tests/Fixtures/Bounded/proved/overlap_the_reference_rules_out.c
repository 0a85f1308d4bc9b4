// task: twice_restricted
// assumes: no call with y = x + 1 where the reference is undefined
void twice_optimized(int n, const double *x, double *y)
{
    for (int i = n - 1; i >= 0; i--)
        y[i] = 2 * x[i];
}
