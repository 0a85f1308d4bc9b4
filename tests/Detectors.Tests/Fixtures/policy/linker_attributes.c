#define HIDE visibility("hidden")
static double plain(double x) { return x; }
__attribute__((weak)) double soft(double x) { return x; } //~ HV1114
double other(double) __attribute__((alias("soft"))); //~ HV1109, HV1114
__attribute__((HIDE)) double hidden(double x) { return plain(x); } //~ HV1114
__attribute__((section(".init_array"))) static void (*const hook)(void) = 0; //~ HV1114
__attribute__((used, aligned(64))) static const double table[1] = { 1 }; //~ HV1114
#pragma weak hidden //~ HV1114
#pragma redefine_extname hidden memcpy //~ HV1114
void kernel(double *c) { c[0] = other(1) + hidden(2); }
