// expect: ok
// One pass over the values for each block of 4096 bins, whose counters stay in a small buffer.
enum { bins_in_block = 4096 };

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int start = 0; start < bins; start += bins_in_block) {
        const int size = bins - start < bins_in_block ? bins - start : bins_in_block;
        int block[bins_in_block] = { 0 };
        for (int i = 0; i < n; i++)
            if (value[i] >= start && value[i] - start < size)
                block[value[i] - start]++;
        for (int b = 0; b < size; b++)
            count[start + b] = block[b];
    }
}
