// task: twice_in_range
// Turns that go on early count, too.
void twice_optimized(int n, const double *x, double *y)
{
    int i = n;
    while (i > 0) {
        i--;
        if (x[i] == 0) {
            y[i] = 0;
            continue;
        }
        y[i] = 2 * x[i];
    }
}
