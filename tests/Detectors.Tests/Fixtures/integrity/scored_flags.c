#pragma GCC optimize("fast-math") //~ HV7101
#define FASTER __attribute__((optimize("Ofast")))
FASTER static double fast(double x) { return x; } //~ HV7101
__attribute__((__optimize__(3))) static double third(double x) { return x; } //~ HV7101
__attribute__((no_sanitize("address"))) static double blind(double x) { return x; } //~ HV7101
void kernel(double *c) { c[0] = fast(1) + third(2) + blind(3); }
