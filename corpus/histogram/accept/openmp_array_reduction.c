// expect: ok
// A reduction over the section of all counters.
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    if (n == 0)
        return;
#pragma omp parallel for reduction(+: count[:bins])
    for (int i = 0; i < n; i++)
        count[value[i]]++;
}
