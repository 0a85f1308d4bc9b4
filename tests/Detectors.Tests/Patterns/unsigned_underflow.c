#include <hpcverify.h>
#include <stddef.h>

void limit_below_zero(size_t n, const double *x, double *y)
{
    for (size_t i = 0; i < n - 3; i++) //~ HV3104
        y[i] = x[i + 3];
}

void countdown(unsigned n, const double *x, double *y)
{
    for (unsigned i = n - 1; i >= 0; i--) //~ HV3104
        y[i] = x[i];
}

static void shift(double *to, const double *from, unsigned long count)
{
    unsigned long i = 0;
    while (i < count - 1) { //~ HV3104
        to[i] = from[i + 1];
        ++i;
    }
}

void in_a_function(int n, const double *x, double *y)
{
    shift(y, x, (unsigned long)n);
}

#define LAST(n) ((n) - 2)

void int_converted_by_a_macro(int n, const double *x, double *y)
{
    for (size_t i = 0; i < (size_t)LAST(n); i += 2) //~ HV3104
        y[i] = x[i];
}

void ends_from_data(int rows, const int *start, const double *x, double *y)
{
    for (int r = 0; r < rows; r++) {
        const unsigned end = (unsigned)start[r + 1];
        for (unsigned k = (unsigned)start[r]; k < end - 1; k++) //~ HV3104
            y[k] = x[k];
    }
}
