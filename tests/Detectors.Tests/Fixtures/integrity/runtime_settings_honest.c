#include <omp.h>
/* omp_set_num_threads(4) */
#define FOUR omp_set_num_threads(4)
struct team { int omp_set_num_threads; }; //= HV7105
static int set_num_threads(int n) { return n; } //= HV7105
void kernel(double *c, int n)
{
    struct team team = { set_num_threads(n) };
    c[0] = team.omp_set_num_threads + omp_get_thread_num() + sizeof("omp_set_dynamic(0)"); //= HV7105
}
