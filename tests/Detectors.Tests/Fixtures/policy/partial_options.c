#pragma pack(1) //~ HV1115
#pragma GCC target("avx2") //~ HV1115
#define WIDE target("avx2")
__attribute__((WIDE)) static double wide(double x) { return x; } //~ HV1115
void kernel(double *c) { c[0] = wide(1); }
