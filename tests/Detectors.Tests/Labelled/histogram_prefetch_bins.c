void kernel(const unsigned *values, int n, unsigned *bins)
{
    for (int i = 0; i < n; i++) {
        if (i + 16 < n)
            __builtin_prefetch(&bins[values[i + 16]], 1);
        bins[values[i]] += 1;
    }
}
