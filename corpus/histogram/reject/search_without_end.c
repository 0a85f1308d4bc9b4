// expect: timeout
// Looks for the bin by halving an interval of bins, which stops shrinking at one bin.
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    for (int i = 0; i < n; i++) {
        int low = 0, high = bins;
        while (low < high) {
            const int middle = low + (high - low) / 2;
            if (value[i] < middle)
                high = middle;
            else
                low = middle;
        }
        count[low]++;
    }
}
