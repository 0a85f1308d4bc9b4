void count(int *x)
{
    int order = 0;
#pragma omp parallel
#pragma omp single
    {
#pragma omp task depend(in : order)
        x[0] = 1; //~ race
#pragma omp task depend(in : order)
        x[0] = 2; //~ race
    }
}
