#define NEVER __builtin_unreachable()
#define ASSUME(x) do { if (!(x)) NEVER; } while (0)
__attribute__((const)) static double one(void) { return 1; } //~ HV7103
#define PURE __attribute__((__pure__))
PURE static double read_one(const double *x) { return x[0]; } //~ HV7103
__attribute__((nonnull(1))) static void set(double *x) { x[0] = one(); } //~ HV7103
void kernel(double *c, int n)
{
    double *p = __builtin_assume_aligned(c, 64); //~ HV7103
    ASSUME(n > 0); //~ HV7103
    set(p);
    c[0] = read_one(p);
}
