// task: widen_anywhere
// assumes: x and y have different types and never overlap
void widen_optimized(int n, const int *x, double *y)
{
    for (int i = n - 1; i >= 0; i--)
        y[i] = x[i];
}
