// expect: verification
// Adds up the counts as a sort would need them: how many values are at most b.
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    for (int i = 0; i < n; i++)
        count[value[i]]++;
    for (int b = 1; b < bins; b++)
        count[b] += count[b - 1];
}
