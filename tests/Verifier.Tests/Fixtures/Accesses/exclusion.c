#include <omp.h>

static omp_lock_t lock;

void exclusion(double *a, int n)
{
    int count = 0;
    double sum = 0, last;
#pragma omp parallel for reduction(+ : sum) lastprivate(last) shared(count)
    for (int i = 0; i < n; i++) {
        sum += a[i];
        last = a[i];
#pragma omp critical(counting)
        count++;
#pragma omp atomic
        a[n] += 1;
        omp_set_lock(&lock);
        a[n + 1] = i;
        omp_unset_lock(&lock);
    }
#pragma omp parallel sections
    {
#pragma omp section
        a[0] = sum;
#pragma omp section
        a[1] = last + count;
    }
}
