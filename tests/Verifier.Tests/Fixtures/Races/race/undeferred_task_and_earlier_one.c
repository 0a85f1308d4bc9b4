/* The second task is executed at once, which says nothing of the first. */
void count(int *x)
{
#pragma omp parallel
#pragma omp single
    {
#pragma omp task
        x[0] = 1; //~ race
#pragma omp task if (0)
        x[0] = 2; //~ race
    }
}
