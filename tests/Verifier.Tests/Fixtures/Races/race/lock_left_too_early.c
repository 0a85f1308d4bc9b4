#include <omp.h>
int main(void)
{
    omp_lock_t lock;
    int x = 0;
    omp_init_lock(&lock);
#pragma omp parallel
    {
        omp_set_lock(&lock);
        omp_unset_lock(&lock);
        x = 1; //~ race
    }
    omp_destroy_lock(&lock);
    return x;
}
