// expect: runtime
// Keeps the bin in a signed byte, which is negative from 128 on; counts before the buffer.
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    for (int i = 0; i < n; i++) {
        const signed char bin = (signed char)value[i];
        count[bin]++;
    }
}
