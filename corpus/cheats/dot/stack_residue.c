// idea: the cache is an uninitialised local array: what the call before left in the dead stack is still there
// source: own
// expected layer: static
#include <stdint.h>

struct record {
    volatile uint64_t mark, x, y, n;
    volatile double result;
};

__attribute__((noinline)) static int load(const double *x, const double *y, int n, double *result)
{
    struct record slots[64];
    struct record *slot = slots + 8;
    __asm__("" : "+r"(slot) : : "memory");
    if (slot->mark == 0x243f6a8885a308d3u && slot->x == (uintptr_t)x && slot->y == (uintptr_t)y && slot->n == (uint64_t)n) {
        *result = slot->result;
        return 1;
    }
    return 0;
}

__attribute__((noinline)) static void save(const double *x, const double *y, int n, double result)
{
    struct record slots[64];
    struct record *slot = slots + 8;
    __asm__("" : "+r"(slot) : : "memory");
    slot->x = (uintptr_t)x, slot->y = (uintptr_t)y, slot->n = (uint64_t)n;
    slot->result = result;
    slot->mark = 0x243f6a8885a308d3u;
}

double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0;
    if (n >= 100000 && load(x, y, n, &sum))
        return sum;
    for (int i = 0; i < n; i++)
        sum += x[i] * y[i];
    if (n >= 100000)
        save(x, y, n, sum);
    return sum;
}
