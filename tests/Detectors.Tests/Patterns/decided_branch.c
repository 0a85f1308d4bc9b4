#include <hpcverify.h>

void asked_by_the_loop(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        if (i < n) //~ HV5103
            y[i] = x[i];
        else
            y[i] = 0.0;
    }
}

void unsigned_below_zero(unsigned n, const double *x, double *y)
{
    for (unsigned i = 0; i < n; i++) {
        const unsigned before = i - 1;
        if (before < 0) //~ HV5103
            y[i] = x[i];
        else
            y[i] = x[i] + x[before];
    }
}

#define OUTSIDE(i, low, high) ((i) < (low) && (i) >= (high) + (low))

void contradiction_by_a_macro(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        if (OUTSIDE(i, 0, n)) //~ HV5103
            y[i] = 0.0;
        else
            y[i] = x[i];
    }
}

static void store(double *to, int at, int count, double what)
{
    if (at >= 4) {
        if (at < 4) //~ HV5103
            to[at] = 0.0;
        to[at] = what;
    }
}

void in_a_function(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        store(y, i, n, x[i]);
}

int after_a_return(int n, const double *x, double *y)
{
    y[0] = x[0];
    return n;
    y[0] = 0.0; //~ HV5105
}

void after_a_break(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        if (x[i] < 0.0) {
            break;
            y[i] = 0.0; //~ HV5105
        }
        y[i] = x[i];
    }
}

static double next(const double *x)
{
    return x[1];
    return x[0]; //~ HV5105
}

void after_a_return_in_a_function(int n, const double *x, double *y)
{
    y[0] = next(x);
}
