// expect: runtime
// Eight values a step and no end inside the last eight; only the bin is checked, so the loop reads past the values.
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    for (int i = 0; i < n; i += 8)
        for (int j = 0; j < 8; j++)
            if (value[i + j] >= 0 && value[i + j] < bins)
                count[value[i + j]]++;
}
