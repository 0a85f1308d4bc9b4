int last(int n, const int *x)
{
    int seen = 0;
#pragma omp simd
    for (int i = 0; i < n; i++)
        seen = seen + x[i]; //~ race
    return seen;
}
