// task: copy_anywhere
// refuted: promises
// with: y = x + 1
// replays: AddressSanitizer
#include <string.h>
void copy_optimized(int n, const double *x, double *y)
{
    memcpy(y, x, n * sizeof *x);
}
