/* __attribute__((constructor)) */
#define INITIALIZER __attribute__((constructor)) //= HV1113
struct plan { int constructor; }; //= HV1113
static void destructor(double *x) { *x = 0; } //= HV1113
void kernel(double *c)
{
    int cleanup = 1; //= HV1113
    struct plan plan = { 2 };
    destructor(c);
    c[0] = cleanup + plan.constructor + sizeof("__attribute__((destructor))");
}
