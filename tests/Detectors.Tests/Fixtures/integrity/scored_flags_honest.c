/* #pragma GCC optimize("O3") */
#define SPEED __attribute__((optimize("Ofast")))
struct plan { int optimize; };
static double optimize(double x) { return x; }
void kernel(double *c, int n)
{
    struct plan plan = { 1 };
#pragma GCC unroll 4
    for (int i = 0; i < n; i++) {
        c[i] = optimize(plan.optimize) + sizeof("fast-math");
    }
}
