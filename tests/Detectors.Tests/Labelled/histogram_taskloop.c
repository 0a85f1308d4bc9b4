void kernel(const unsigned char *values, int n, int *bins)
{
#pragma omp parallel
#pragma omp single
#pragma omp taskloop grainsize(4096)
    for (int i = 0; i < n; i++) {
#pragma omp atomic
        bins[values[i]] += 1;
    }
}
