// task: copy_anywhere
// assumes: y = x + 1 at
#include <string.h>
void copy_optimized(int n, const double *x, double *y)
{
    memmove(y, x, n * sizeof *x);
}
