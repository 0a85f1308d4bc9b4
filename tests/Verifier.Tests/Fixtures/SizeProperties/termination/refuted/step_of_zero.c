// task: twice_in_range
// holds when: n >= 4 || n == 0 (sufficient)
// The loop for few elements stands still.
void twice_optimized(int n, const double *x, double *y)
{
    if (n >= 4) {
        for (int i = 0; i < n; i++)
            y[i] = 2 * x[i];
    } else {
        for (int i = 0; i < n; i += 0)
            y[i] = 2 * x[i];
    }
}
