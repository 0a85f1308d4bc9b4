/* A critical section keeps the threads of one team apart, not those of two. */
int count(int n)
{
    int found = 0;
#pragma omp target teams distribute parallel for map(tofrom: found)
    for (int i = 0; i < n; i++) {
#pragma omp critical
        found++; //~ race
    }
    return found;
}
