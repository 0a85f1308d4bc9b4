/* Storage, integer arithmetic and program control. Functions without a body are Unsupported when called. */
#ifndef HV_STDLIB_H
#define HV_STDLIB_H

#include "hv_primitives.h"
#include "stddef.h"

#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 2147483647

typedef struct { int quot, rem; } div_t;
typedef struct { long quot, rem; } ldiv_t;
__extension__ typedef struct { long long quot, rem; } lldiv_t;

/* 16 is the fundamental alignment of the x86-64 ABI, which malloc guarantees (C17 7.22.3). */
static inline void *malloc(size_t size) { return hv_alloc(size, 16); }

/* An overflowing product makes calloc fail, and allocation is assumed to succeed. */
static inline void *calloc(size_t count, size_t size)
{
    hv_assume(size == 0 || count <= 18446744073709551615UL / size);
    void *pointer = hv_alloc(count * size, 16);
    hv_memset(pointer, 0, count * size);
    return pointer;
}

static inline void free(void *pointer) { hv_free(pointer); }

static inline void *aligned_alloc(size_t alignment, size_t size)
{
    hv_assert(alignment != 0 && (alignment & (alignment - 1)) == 0);
    return hv_alloc(size, alignment < 16 ? 16 : alignment);
}

static inline int posix_memalign(void **pointer, size_t alignment, size_t size)
{
    hv_assert(alignment >= sizeof(void *) && (alignment & (alignment - 1)) == 0);
    *pointer = hv_alloc(size, alignment < 16 ? 16 : alignment);
    return 0;
}

/* The size of the old object is not known here. */
void *realloc(void *pointer, size_t size);

static inline int abs(int x) { return x < 0 ? -x : x; }
static inline long labs(long x) { return x < 0 ? -x : x; }
__extension__ static inline long long llabs(long long x) { return x < 0 ? -x : x; }
static inline div_t div(int x, int y) { return (div_t){x / y, x % y}; }
static inline ldiv_t ldiv(long x, long y) { return (ldiv_t){x / y, x % y}; }

__extension__ static inline lldiv_t lldiv(long long x, long long y) { return (lldiv_t){x / y, x % y}; }

static inline int rand(void)
{
    int value = hv_nondet_int();
    hv_assume(value >= 0);
    return value;
}

static inline void srand(unsigned int seed) { (void)seed; }

_Noreturn void abort(void);
_Noreturn void exit(int status);
_Noreturn void _Exit(int status);
int atexit(void (*function)(void));
_Noreturn void quick_exit(int status);
int at_quick_exit(void (*function)(void));
int rand_r(unsigned int *seed);
long random(void);
void srandom(unsigned int seed);
double drand48(void);
double erand48(unsigned short state[3]);
long lrand48(void);
long mrand48(void);
void srand48(long seed);
void *valloc(size_t size);
int setenv(const char *name, const char *value, int overwrite);
int unsetenv(const char *name);
int putenv(char *setting);
int mkstemp(char *path);
int system(const char *command);
char *getenv(const char *name);
int atoi(const char *text);
long atol(const char *text);
double atof(const char *text);
double strtod(const char *text, char **end);
float strtof(const char *text, char **end);
long strtol(const char *text, char **end, int radix);
unsigned long strtoul(const char *text, char **end, int radix);
__extension__ long long atoll(const char *text);
__extension__ long long strtoll(const char *text, char **end, int radix);
__extension__ unsigned long long strtoull(const char *text, char **end, int radix);
long double strtold(const char *text, char **end);
void qsort(void *first, size_t count, size_t size, int (*compare)(const void *, const void *));
void *bsearch(const void *key, const void *first, size_t count, size_t size,
    int (*compare)(const void *, const void *));

#endif
