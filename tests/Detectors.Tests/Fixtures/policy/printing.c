#include <stdio.h>
#define SAY(x) printf(x)
void kernel(double *c)
{
    SAY("a"); //~ HV1106
    (puts)("b"); //~ HV1106
    __builtin_printf("%f", c[0]); //~ HV1106
    int (*say)(const char *, ...) = printf; //~ HV1106
    say("c");
}
