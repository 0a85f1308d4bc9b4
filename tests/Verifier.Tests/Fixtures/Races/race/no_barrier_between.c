#include <omp.h>
void exchange(double *x, double *y)
{
#pragma omp parallel
    {
        int me = omp_get_thread_num();
        x[me] = 1.0;        //~ race
        y[me] = x[me + 1];  //~ race
    }
}
