/* fesetround(0) */
#define ROUNDING fesetround(0)
struct mode { int fesetround; };
static int setcsr(int x) { return x; }
void kernel(double *c)
{
    int fesetenv = 1;
    struct mode mode = { 2 };
    c[0] = fesetenv + mode.fesetround + setcsr(3);
}
