#include <errno.h>
#include <math.h>
/* errno = 7; */
#define KEEP errno
struct state { int errno_location; }; //= HV7213
static int strtok(int n) { return n; } //= HV7213
void kernel(double *c)
{
    int fetestexcept = 1; //= HV7213
    struct state state = { 2 };
    c[0] = sqrt(c[1]) + exp(c[2]) + strtok(fetestexcept) + state.errno_location; //= HV7213
    c[1] = ERANGE; //= HV7213
}
