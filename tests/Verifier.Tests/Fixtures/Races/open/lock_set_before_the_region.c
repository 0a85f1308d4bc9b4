#include <omp.h>
/* The lock is handed from the first thread to another one: that orders what this tool would take for a race. */
int main(void)
{
    omp_lock_t lock;
    int x = 0, y = 0;
    omp_init_lock(&lock);
    omp_set_lock(&lock);
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == 0) {
            x = 1;
            omp_unset_lock(&lock);
        } else {
            omp_set_lock(&lock);
            y = x;
            omp_unset_lock(&lock);
        }
    }
    return y;
}
