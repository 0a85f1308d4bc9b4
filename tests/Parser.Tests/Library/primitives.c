/* Native bodies for the engine primitives, so that models can run on the machine. */
#include "hv_primitives.h"

void hv_assert(int condition) { if (!condition) __builtin_trap(); }
void hv_assume(int condition) { if (!condition) __builtin_trap(); }
int hv_aligned(const volatile void *pointer, unsigned long bytes) { return (unsigned long)pointer % bytes == 0; }
int hv_nondet_int(void) { return 0; }
long hv_nondet_long(void) { return 0; }
float hv_nondet_float(void) { return 0; }
double hv_nondet_double(void) { return 0; }
double hv_fma(double a, double b, double c) { return __builtin_fma(a, b, c); }
float hv_fmaf(float a, float b, float c) { return __builtin_fmaf(a, b, c); }
double hv_sqrt(double x) { return __builtin_sqrt(x); }
float hv_sqrtf(float x) { return __builtin_sqrtf(x); }
void hv_prefetch(const volatile void *address) { (void)address; }
