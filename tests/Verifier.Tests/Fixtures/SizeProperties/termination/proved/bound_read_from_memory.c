// task: twice_in_range
// The bound may be another number in each turn, but never a greater one than its type holds.
void twice_optimized(int n, const double *x, double *y)
{
    int limit[1] = {n};
    for (int i = 0; i < limit[0]; i++)
        if (i < n)
            y[i] = 2 * x[i];
}
