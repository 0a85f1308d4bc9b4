#include <omp.h>
void omp_fulfill_event(unsigned long); //~ HV7214
#define LATER detach(event)
void kernel(double *c, int n)
{
    unsigned long event;
#pragma omp parallel
#pragma omp single
#pragma omp task detach(event) //~ HV7214
    c[0] = n;
#pragma omp task LATER //~ HV7214
    c[1] = n;
#pragma omp target nowait map(tofrom: c[0:n]) //~ HV7214
    c[2] = n;
    omp_fulfill_event(event); //~ HV7214
}
