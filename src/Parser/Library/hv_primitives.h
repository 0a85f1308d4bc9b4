/* The engine primitives: everything the models may call, and all the engines know by name. None has a body. */
#ifndef HV_PRIMITIVES_H
#define HV_PRIMITIVES_H

/* An obligation: the engines must show 'condition' non-zero whenever control comes here. */
void hv_assert(int condition);
/* A fact: executions in which 'condition' is zero are not considered. */
void hv_assume(int condition);
/* Whether the address is a multiple of 'bytes'. Reads nothing through 'pointer'. */
int hv_aligned(const volatile void *pointer, unsigned long bytes);

/* Any value of the type, a different one at each call. */
int hv_nondet_int(void);
long hv_nondet_long(void);
float hv_nondet_float(void);
double hv_nondet_double(void);

/* A fresh object of indeterminate content; never null: allocation is assumed to succeed (SOUNDNESS 19). */
void *hv_alloc(unsigned long size, unsigned long alignment);
/* Ends the lifetime of an object made by hv_alloc; null is allowed. */
void hv_free(void *pointer);

/* Bulk operations on typed memory: not byte loops (SOUNDNESS 19). Only hv_memmove allows overlap. */
void hv_memset(void *target, int value, unsigned long size);
void hv_memcpy(void *target, const void *source, unsigned long size);
void hv_memmove(void *target, const void *source, unsigned long size);

/* a * b + c and the square root, rounded once, to nearest even (IEEE 754 5.4.1). */
double hv_fma(double a, double b, double c);
float hv_fmaf(float a, float b, float c);
double hv_sqrt(double x);
float hv_sqrtf(float x);

/* Position in, and size of, the innermost team; 0 and 1 outside every parallel region. */
int hv_thread_id(void);
int hv_thread_count(void);
/* The OpenMP nthreads-var: the most threads a region without num_threads can get, and how to set it. */
int hv_thread_limit(void);
void hv_set_thread_limit(int threads);

/* A hint; carries no obligation on the address. */
void hv_prefetch(const volatile void *address);

#endif
