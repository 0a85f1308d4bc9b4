#include <stddef.h>

typedef long long longs __attribute__((vector_size(64)));

struct row { int first; double values[4]; };

longs count_in_lanes_of_its_own_type(longs x, int n)
{
    return (x << 3) >> n;
}

int captures(int *x, int y)
{
    int v;
#pragma omp atomic capture
    v = *x += y;
#pragma omp atomic capture
    v = (*x)++;
#pragma omp atomic capture
    v = --(*x);
#pragma omp atomic capture
    { v = *x; *x = *x + y; }
    return v;
}

int declared_in_switch(int n)
{
    switch (n) {
        int k;
    case 1:
        k = 2;
        return k;
    default:
        return 0;
    }
}

size_t offset(void)
{
    return offsetof(struct row, values[2]);
}
