// task: twice_anywhere
// assumes: x and y the same at
void twice_optimized(int n, const double *restrict x, double *restrict y)
{
    if (x + n <= y || y + n <= x) {
        for (int i = 0; i < n; i++)
            y[i] = 2 * x[i];
        return;
    }
    long distance = x - y;
    for (int i = 0; i < n; i++)
        y[i] = 2 * y[i + distance];
}
