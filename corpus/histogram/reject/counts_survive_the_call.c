// expect: verification
// Counts in a static array that is never cleared: the second call counts on.
static int total[65536];

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int i = 0; i < n; i++)
        total[value[i]]++;
    for (int b = 0; b < bins; b++)
        count[b] = total[b];
}
