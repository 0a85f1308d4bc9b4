#include <omp.h>
/* One barrier in a turn is not enough: what is read after it may be written by who is in the next turn already. */
void relax(int steps, double *x, double *y)
{
#pragma omp parallel
    {
        int me = omp_get_thread_num();
        for (int step = 0; step < steps; step++) {
            x[me] = step;       //~ race
#pragma omp barrier
            y[me] = x[me + 1];  //~ race
        }
    }
}
