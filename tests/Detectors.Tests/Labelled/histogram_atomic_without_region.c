void kernel(const unsigned char *values, int n, int *bins)
{
    for (int i = 0; i < n; i++) {
#pragma omp atomic
        bins[values[i]]++;
    }
#pragma omp critical
    bins[0] += 0;
}
