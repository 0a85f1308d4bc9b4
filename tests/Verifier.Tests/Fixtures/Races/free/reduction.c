int count(int n, const int *x)
{
    int found = 0;
#pragma omp parallel for reduction(+ : found)
    for (int i = 0; i < n; i++)
        found += x[i];
    return found;
}
