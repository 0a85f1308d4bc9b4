/* 'mine' is another variable in each thread, but the task may be executed by one while the other goes on. */
void count(int n, int *result)
{
#pragma omp parallel
    {
        int mine = n;
#pragma omp task shared(mine)
        mine = n + 1; //~ race
        mine = n + 2; //~ race
#pragma omp taskwait
#pragma omp critical
        *result += mine;
    }
}
