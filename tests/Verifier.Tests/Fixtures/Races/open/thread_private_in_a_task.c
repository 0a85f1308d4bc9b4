static int mine;
#pragma omp threadprivate(mine)

void count(int *x)
{
#pragma omp parallel
    {
#pragma omp task
        mine = 1;
        mine = 2;
        x[0] = 0;
    }
}
