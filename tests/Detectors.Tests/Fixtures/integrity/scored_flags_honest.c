/* #pragma GCC optimize("O3") */
#define SPEED __attribute__((optimize("Ofast"))) //= HV7101
struct plan { int optimize; }; //= HV7101
static double optimize(double x) { return x; } //= HV7101
void kernel(double *c, int n)
{
    struct plan plan = { 1 };
#pragma GCC unroll 4 //= HV7101
    for (int i = 0; i < n; i++) {
        c[i] = optimize(plan.optimize) + sizeof("fast-math");
    }
}
