void count(int *x)
{
#pragma omp parallel
#pragma omp single
    {
#pragma omp task
        x[0] = 1; //~ race
#pragma omp taskgroup
        {
#pragma omp task
            x[1] = 1;
        }
        x[0] = 2; //~ race
    }
}
