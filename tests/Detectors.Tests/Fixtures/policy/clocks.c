#include <omp.h>
#define NOW omp_get_wtime
struct timespec;
int clock_gettime(int, struct timespec *); //~ HV1108
typedef char *lookup(const char *);
lookup getenv; //~ HV1108
void kernel(double *c)
{
    c[0] = NOW(); //~ HV1108
    c[1] = (double)__builtin_ia32_rdtsc(); //~ HV1108
    int (*now)(int, struct timespec *) = clock_gettime; //~ HV1108
    now(0, 0);
    if ((getenv)("BENCHMARK")) { //~ HV1108
        c[0] = rand(); //~ HV1108
    }
}
