#include <omp.h>

int count(int n)
{
    int found = 0;
    omp_lock_t lock;
    omp_init_lock(&lock);
#pragma omp target teams distribute map(tofrom: found, lock)
    for (int i = 0; i < n; i++) {
        omp_set_lock(&lock);
        found++; //~ race
        omp_unset_lock(&lock);
    }
    omp_destroy_lock(&lock);
    return found;
}
