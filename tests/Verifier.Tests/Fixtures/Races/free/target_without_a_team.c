int last(int n)
{
    int seen = 0;
#pragma omp target parallel for map(tofrom: seen) if (0)
    for (int i = 0; i < n; i++) {
        seen = i;
    }
    return seen;
}
