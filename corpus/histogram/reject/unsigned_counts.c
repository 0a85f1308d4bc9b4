// expect: format
// Takes the counters as unsigned: another signature.
void histogram_optimized(int n, int bins, const int *value, unsigned *count)
{
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    for (int i = 0; i < n; i++)
        count[value[i]]++;
}
