/* A task that waits waits for its own children only. */
void count(int *x)
{
#pragma omp parallel
#pragma omp single
    {
#pragma omp task
        {
#pragma omp task
            x[0] = 1; //~ race
        }
#pragma omp taskwait
        x[0] = 2; //~ race
    }
}
