// expect: verification
// Clears all counters but the last.
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins - 1; b++)
        count[b] = 0;
    for (int i = 0; i < n; i++)
        count[value[i]]++;
}
