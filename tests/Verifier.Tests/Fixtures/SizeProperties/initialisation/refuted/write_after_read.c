// task: twice_in_range
// holds when: n <= 40 (sufficient)
// What comes after the fortieth element is read before anything is written there.
void twice_optimized(int n, const double *x, double *y)
{
    double next[65];
    next[0] = 0;
    for (int i = 0; i < n && i < 64; i++) {
        y[i] = next[i] + x[i];
        if (i < 39)
            next[i + 1] = x[i];
    }
}
