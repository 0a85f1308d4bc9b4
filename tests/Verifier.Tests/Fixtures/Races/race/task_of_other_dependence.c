void shift(int n, double *x, char *order)
{
#pragma omp parallel
#pragma omp single
    for (int i = 0; i < n; i++) {
#pragma omp task depend(in : order[i])
        x[0] = i; //~ race
    }
}
