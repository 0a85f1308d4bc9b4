/* __attribute__((constructor)) */
#define INITIALIZER __attribute__((constructor))
struct plan { int constructor; };
static void destructor(double *x) { *x = 0; }
void kernel(double *c)
{
    int cleanup = 1;
    struct plan plan = { 2 };
    destructor(c);
    c[0] = cleanup + plan.constructor + sizeof("__attribute__((destructor))");
}
