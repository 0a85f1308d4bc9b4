/* Its number is that of the thread that executes the task, not of the one that created it. */
#include <omp.h>

void count(int *x)
{
#pragma omp parallel
    {
#pragma omp task
        x[omp_get_thread_num()] = 1;
    }
}
