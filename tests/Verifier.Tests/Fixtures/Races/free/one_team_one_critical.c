int count(int n)
{
    int found = 0;
#pragma omp target teams distribute parallel for map(tofrom: found) num_teams(1)
    for (int i = 0; i < n; i++) {
#pragma omp critical
        found++;
    }
    return found;
}
