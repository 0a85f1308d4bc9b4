#include <hpcverify.h>
#include <stddef.h>

void contract(long m, int n, const int *x, double *y)
{
    requires(m >= 0 && n >= 0);
    readable(x, n);
    writes(y, m * n);
}

void counter_of_sixteen_bits(long m, int n, const int *x, double *y)
{
    for (short i = 0; i < n; i++) //~ HV3103
        y[i] = x[i];
}

void int_up_to_a_long(long m, int n, const int *x, double *y)
{
    for (int i = 0; i < m; i++) //~ HV3103
        y[i] = 0.0;
}

typedef unsigned char index;
#define UP_TO(n) for (index i = 0; i < (n); ++i)

void by_typedef_and_macro(long m, int n, const int *x, double *y)
{
    UP_TO(n) //~ HV3103
        y[i] = x[i];
}

static void clear(double *to, size_t count)
{
    for (unsigned i = 0; i < count; i++) //~ HV3103
        to[i] = 0.0;
}

void in_a_function(long m, int n, const int *x, double *y)
{
    clear(y, (size_t)m);
}

void product_of_ints_contract(int m, int n, const double *x, double *y)
{
    requires(m >= 0 && n >= 0);
    readable(x, n);
    writes(y, (long)m * n);
}

void product_of_ints(int m, int n, const double *x, double *y)
{
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++)
            y[i * n + j] = x[j]; //~ HV3103
}

void byte_for_a_bin(long m, int n, const int *x, double *y)
{
    for (int i = 0; i < n; i++) {
        const signed char bin = (signed char)x[i];
        y[bin] = 1.0; //~ HV3107
    }
}

static int low(int value) { return (short)value; }

void through_a_function(long m, int n, const int *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[low(x[i])] = 1.0; //~ HV3107
}

void in_the_subscript(long m, int n, const int *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[(unsigned char)x[i]] = 1.0; //~ HV3107
}
