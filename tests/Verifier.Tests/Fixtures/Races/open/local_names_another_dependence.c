/* 'order' is a new variable in each turn; that no third task can stand between two of them is not seen. */
void count(int n, int *x)
{
#pragma omp parallel
#pragma omp single
    for (int i = 0; i < n; i++) {
        int order = 0;
#pragma omp task depend(out : order)
        x[0] = i;
    }
}
