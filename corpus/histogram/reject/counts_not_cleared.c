// expect: verification
// Counts on from what the buffer holds.
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    (void)bins;
    for (int i = 0; i < n; i++)
        count[value[i]]++;
}
