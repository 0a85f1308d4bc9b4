void count(int n, int *x)
{
#pragma omp parallel
#pragma omp single
    for (int i = 0; i < n; i++) {
        int order = 0;
#pragma omp task depend(out : order)
        x[i] = 1;
#pragma omp task depend(in : order)
        x[i] = 2;
    }
}
