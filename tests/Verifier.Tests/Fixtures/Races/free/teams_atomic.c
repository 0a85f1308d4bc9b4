int count(int n, const int *x)
{
    int found = 0;
#pragma omp target teams distribute parallel for map(tofrom: found)
    for (int i = 0; i < n; i++) {
        if (x[i] > 0) {
#pragma omp atomic
            found++;
        }
    }
    return found;
}
