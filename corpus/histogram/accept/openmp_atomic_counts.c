// expect: ok
// All threads count into the result, each step atomic.
void histogram_optimized(int n, int bins, const int *value, int *count)
{
#pragma omp parallel
    {
#pragma omp for
        for (int b = 0; b < bins; b++)
            count[b] = 0;
#pragma omp for
        for (int i = 0; i < n; i++) {
#pragma omp atomic
            count[value[i]]++;
        }
    }
}
