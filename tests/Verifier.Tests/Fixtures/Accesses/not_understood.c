#include <stdlib.h>

void foreign(double *);

void odd(double *a, double **rows, const int *index, int n)
{
    for (int i = 0; i < n; i++) {
        a[index[i]] = 0;
        a[i * i % 7] = 1;
        rows[i][0] = 2;
    }
    foreign(a);
#pragma omp parallel
#pragma omp single
#pragma omp task
    a[0] = 1;
}
