void count(int *x, int **order)
{
#pragma omp parallel
#pragma omp single
    {
#pragma omp task depend(out : order[0][0])
        x[0] = 1;
#pragma omp task depend(out : order[0][0])
        x[0] = 2;
    }
}
