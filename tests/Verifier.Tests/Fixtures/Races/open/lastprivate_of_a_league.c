/* One team writes 'last', as happens to no variable that all teams write. */
int find(int n, const int *x)
{
    int last = 0;
#pragma omp target teams map(tofrom: last)
#pragma omp distribute lastprivate(last)
    for (int i = 0; i < n; i++) {
        last = x[i];
    }
    return last;
}
