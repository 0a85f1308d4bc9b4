/* Native bodies for the engine primitives, so that models can run on the machine. */
#include "hv_primitives.h"

void *memset(void *, int, unsigned long);
void *memcpy(void *, const void *, unsigned long);
void *memmove(void *, const void *, unsigned long);

/* Set when a call was outside the domain its model demands: the real result is then of no interest. */
int demand_failed;

void hv_assert(int condition) { demand_failed |= !condition; }
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
void hv_memset(void *target, int value, unsigned long size) { memset(target, value, size); }
void hv_memcpy(void *target, const void *source, unsigned long size) { memcpy(target, source, size); }
void hv_memmove(void *target, const void *source, unsigned long size) { memmove(target, source, size); }

/* Named by models that are not compared, which are linked all the same. */
void *hv_alloc(unsigned long size, unsigned long alignment) { (void)size, (void)alignment; return 0; }
void hv_free(void *pointer) { (void)pointer; }
int hv_thread_id(void) { return 0; }
int hv_thread_count(void) { return 1; }
int hv_thread_limit(void) { return 1; }
void hv_set_thread_limit(int threads) { (void)threads; }
