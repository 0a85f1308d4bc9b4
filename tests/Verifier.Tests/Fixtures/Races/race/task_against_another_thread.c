void count(int *x)
{
#pragma omp parallel
    {
#pragma omp single nowait
        {
#pragma omp task
            x[0] = 1; //~ race
#pragma omp taskwait
        }
#pragma omp master
        x[0] = 2; //~ race
    }
}
