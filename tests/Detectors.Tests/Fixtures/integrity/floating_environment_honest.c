/* fesetround(0) */
#define ROUNDING fesetround(0)
struct mode { int fesetround; }; //= HV7104
static int setcsr(int x) { return x; } //= HV7104
void kernel(double *c)
{
    int fesetenv = 1; //= HV7104
    struct mode mode = { 2 };
    c[0] = fesetenv + mode.fesetround + setcsr(3);
}
