/* Turn i waits for turn i - 1, which is not followed. */
void sum(int n, double *a)
{
#pragma omp parallel for ordered(1)
    for (int i = 1; i < n; i++) {
#pragma omp ordered depend(sink : i - 1)
        a[i] += a[i - 1];
#pragma omp ordered depend(source)
    }
}
