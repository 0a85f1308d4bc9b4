#define EARLY __attribute__((constructor))
EARLY static void before(void) { } //~ HV1113
__attribute__((__destructor__(101))) static void after(void) { } //~ HV1113
static void release(double *x) { *x = 0; }
void kernel(double *c)
{
    double guard __attribute__((cleanup(release))) = c[0]; //~ HV1113
    c[0] = guard + 1;
}
