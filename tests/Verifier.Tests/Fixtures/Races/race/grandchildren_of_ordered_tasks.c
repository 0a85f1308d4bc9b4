/* The first task may be complete while its child is not. */
void count(int *x)
{
    int order = 0;
#pragma omp parallel
#pragma omp single
    {
#pragma omp task depend(inout : order)
        {
#pragma omp task
            x[0] = 1; //~ race
        }
#pragma omp task depend(inout : order)
        x[0] = 2; //~ race
    }
}
