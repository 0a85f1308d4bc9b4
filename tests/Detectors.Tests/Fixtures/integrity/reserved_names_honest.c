/* hv_assume(1) */
static const int my_hv_count = 1; //= HV7001
static double have(double x) { return x; } //= HV7001
void kernel(double *c) { c[0] = my_hv_count + have(1) + sizeof("__hv_directive"); } //= HV7001
