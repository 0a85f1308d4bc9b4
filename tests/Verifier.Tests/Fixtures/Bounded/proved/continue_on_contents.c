// task: histogram
// The ways that leave an iteration early are joined at its end.
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    for (int i = 0; i < n; i++) {
        if (value[i] % 2 == 0) {
            count[value[i]] += 1;
            continue;
        }
        count[value[i]] += 1;
    }
}
