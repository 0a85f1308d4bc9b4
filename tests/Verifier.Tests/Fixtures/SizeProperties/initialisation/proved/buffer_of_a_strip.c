// task: twice_in_range
// A strip is copied in before it is used, and the last one is shorter.
void twice_optimized(int n, const double *x, double *y)
{
    double strip[16];
    for (int first = 0; first < n; first += 16) {
        int count = n - first < 16 ? n - first : 16;
        for (int i = 0; i < count; i++)
            strip[i] = x[first + i];
        for (int i = 0; i < count; i++)
            y[first + i] = 2 * strip[i];
    }
}
