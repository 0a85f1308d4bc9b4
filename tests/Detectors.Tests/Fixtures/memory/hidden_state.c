#include <errno.h>
#include <fenv.h>
#include <immintrin.h>
#define FLAGS fetestexcept(FE_INEXACT)
char *setlocale(int, const char *); //~ HV7213
void kernel(double *c)
{
    int (*raise)(int) = feraiseexcept; //~ HV7213
    if (errno == 7 || FLAGS) //~ HV7213
        return;
    errno = 7; //~ HV7213
    c[0] = (double)(_mm_getcsr() & 63) + (setlocale(0, "C") != 0); //~ HV7213
    raise(FE_INEXACT);
}
