#include <stdlib.h>
#include <string.h>
typedef double (*function)(double);
union view { function call; long number; }; //~ HV1116
struct entry { function call; };
static double twice(double x) { return 2 * x; }
void kernel(double *c, int n)
{
    char *base = (char *)&malloc; //~ HV1116
    function far = (function)(base + n); //~ HV1116
    function number = (function)(long)n; //~ HV1116
    function next = twice;
    next++; //~ HV1116
    next += n; //~ HV1116
    function near = &twice + 16; //~ HV1116
    long address = (long)twice; //~ HV1116
    memcpy(&next, c, sizeof next); //~ HV1116
    struct entry entry = { twice };
    memcpy(c, &entry, sizeof entry); //~ HV1116
    void *held = twice; //~ HV1116
    c[0] = far(1) + number(2) + next(3) + near(4) + address + entry.call(5) + (held != 0);
}
struct hidden { int kind; struct { union { double (*call)(double); long bits; }; } inner; }; //~ HV1116
