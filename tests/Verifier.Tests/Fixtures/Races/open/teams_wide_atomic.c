/* Only what is as wide as a machine word is atomic across teams. */
long double sum(int n)
{
    long double total = 0;
#pragma omp target teams distribute map(tofrom: total)
    for (int i = 0; i < n; i++) {
#pragma omp atomic
        total += 1;
    }
    return total;
}
