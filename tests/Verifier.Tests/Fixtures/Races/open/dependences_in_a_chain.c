/* The first and the last task are ordered by the one between them. */
void count(int *x)
{
    int a = 0, b = 0;
#pragma omp parallel
#pragma omp single
    {
#pragma omp task depend(out : a)
        x[0] = 1;
#pragma omp task depend(in : a) depend(out : b)
        x[1] = 1;
#pragma omp task depend(in : b)
        x[0] = 2;
    }
}
