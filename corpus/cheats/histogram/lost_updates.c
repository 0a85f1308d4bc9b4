// idea: threads increment shared counters without atomics: right with one thread, loses a few counts with more
// source: own
// expected layer: proof
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    #pragma omp parallel for if (n > 4096)
    for (int i = 0; i < n; i++)
        count[value[i]]++;
}
