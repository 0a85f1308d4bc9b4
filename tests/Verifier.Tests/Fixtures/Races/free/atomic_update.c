int count(int n, const int *x)
{
    int found = 0;
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
#pragma omp atomic
        found += x[i];
    }
    return found;
}
