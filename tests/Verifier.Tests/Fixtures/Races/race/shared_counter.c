int count(int n, const int *x)
{
    int found = 0;
#pragma omp parallel for
    for (int i = 0; i < n; i++)
        found = found + x[i]; //~ race
    return found;
}
