// task: histogram
// The contract says that no key is beyond what was cleared.
// Clears the counts, then counts.
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    for (int i = 0; i < n; i++)
        count[value[i]]++;
}
