int last(int n)
{
    int seen = 0;
#pragma omp target teams map(tofrom: seen) num_teams(1) thread_limit(1)
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        seen = i;
    }
    return seen;
}
