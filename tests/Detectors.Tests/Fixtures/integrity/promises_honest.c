/* __builtin_unreachable() */
#define PURE __attribute__((pure)) //= HV7103
struct promise { int assume; }; //= HV7103
static double unreachable(double x) { return x; } //= HV7103
__attribute__((noinline)) static double once(double x) { return x; } //= HV7103
void kernel(double *c, int n)
{
    struct promise promise = { 1 };
#pragma GCC unroll 4 //= HV7103
    for (int i = 0; i < n; i++)
        c[i] = unreachable(promise.assume) + once(2) + sizeof("#pragma GCC ivdep");
}
