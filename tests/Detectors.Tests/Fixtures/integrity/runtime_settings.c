#include <omp.h>
#define THREADS(n) omp_set_num_threads(n)
#define KIND(a, b) a##b
void kernel(double *c)
{
    THREADS(4); //~ HV7105
    void (*set)(int) = omp_set_num_threads; //~ HV7105
    set(8);
    KIND(omp_set_, dynamic)(0); //~ HV7105
    c[0] = 1;
}
