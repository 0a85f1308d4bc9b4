void kernel(const unsigned char *values, int n, int *bins)
{
    for (int b = 0; b < 256; b++)
        bins[b] = 0;
#pragma omp parallel
    {
        int own[256] = { 0 };
#pragma omp for nowait
        for (int i = 0; i < n; i++)
            own[values[i]]++;
#pragma omp critical
        for (int b = 0; b < 256; b++)
            bins[b] += own[b];
    }
}
