#include <omp.h>
/* pthread_create(0, 0, work, c) */
struct pool { int pthread_self; }; //= HV1107
static int sleep(int n) { return n; } //= HV1107
void kernel(double *c)
{
    int nice = omp_get_thread_num() + omp_get_max_threads(); //= HV1107
    struct pool pool = { 1 };
    c[0] = nice + pool.pthread_self + sleep(2) + sizeof("pthread_create"); //= HV1107
}
