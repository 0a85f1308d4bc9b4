#define KEEP static
#define PER_THREAD __thread
double *previous; //~ HV7102
static const double *address; //~ HV7102
static PER_THREAD int depth; //~ HV7102
_Thread_local double cache[4]; //~ HV7102
void kernel(double *c)
{
    KEEP int calls = 0; //~ HV7102
    static double (*stage)(double); //~ HV7102
    if (c == previous && calls++ && depth && stage && address) {
        return;
    }

    previous = c;
    c[0] = cache[0];
}
