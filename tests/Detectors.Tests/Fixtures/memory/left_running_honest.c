#include <omp.h>
/* #pragma omp task detach(event) */
void kernel(double *c, int n)
{
    int nowait = 1, detach = 2; //= HV7214
#pragma omp parallel
    {
#pragma omp for nowait //= HV7214
        for (int i = 0; i < n; i++)
            c[i] = i;
#pragma omp single nowait //= HV7214
#pragma omp task //= HV7214
        c[0] += nowait + detach;
    }
}
