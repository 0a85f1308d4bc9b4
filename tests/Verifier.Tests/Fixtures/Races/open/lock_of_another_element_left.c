#include <omp.h>
/* Which lock is left depends on j: the one that is held may be it. */
void add(int i, int j, omp_lock_t *locks, int *x)
{
#pragma omp parallel
    {
        omp_set_lock(&locks[i]);
        omp_unset_lock(&locks[j]);
        *x = 1;
    }
}
