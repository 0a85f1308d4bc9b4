#ifndef HV_STDDEF_H
#define HV_STDDEF_H

typedef unsigned long size_t;
typedef long ptrdiff_t;
typedef int wchar_t;
typedef struct {
    long long hv_integer __attribute__((__aligned__(8)));
    long double hv_real __attribute__((__aligned__(16)));
} max_align_t;

#define NULL ((void *)0)
#define offsetof(type, member) __builtin_offsetof(type, member)

#endif
