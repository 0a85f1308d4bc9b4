#define HV_MODEL //~ HV7001
static int __hv_directive_count; //~ HV7001, HV7102
void hv_assume(int n) { (void)n; } //~ HV7001
void kernel(double *c) { c[0] = __hv_directive_count; } //~ HV7001
