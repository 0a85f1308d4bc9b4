// expect: verification
// Eight values a step and nothing after the last whole eight.
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    for (int i = 0; i + 8 <= n; i += 8)
        for (int j = 0; j < 8; j++)
            count[value[i + j]]++;
}
