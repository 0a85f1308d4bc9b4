void count(int n, int *result)
{
#pragma omp parallel
    {
        int mine = n;
        int *there = &mine;
#pragma omp task firstprivate(there)
        *there = n + 1; //~ race
        mine = n + 2; //~ race
#pragma omp taskwait
#pragma omp critical
        *result += mine;
    }
}
