// expect: compile
// A reduction over the pointer instead of a section of what it points to.
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins; b++)
        count[b] = 0;
#pragma omp parallel for reduction(+: count)
    for (int i = 0; i < n; i++)
        count[value[i]]++;
}
