#include <hpcverify.h>
#include <string.h>

void contract(int n, const double *x, double *y)
{
    requires(n >= 0);
    readable(x, n);
    writes(y, n);
    disjoint(y, x);
}

void updated_contract(int n, const double *x, double *y)
{
    requires(n >= 0);
    readable(x, n);
    updates(y, n);
}

void updated(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] += x[i];
}

void zeroed_by_the_caller_contract(int n, const double *x, double *y)
{
    requires(n >= 0);
    readable(x, n);
    writes(y, n);
    zeroed(y);
}

void zeroed_by_the_caller(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] += x[i];
}

void set_to_zero_first(int n, const double *x, double *y)
{
    memset(y, 0, (unsigned long)n * sizeof *y);
    for (int i = 0; i < n; i++)
        y[i] += x[i];
}

void first_term_stored(int n, const double *x, double *y)
{
    for (int k = 0; k < 2; k++)
        for (int i = 0; i < n; i++) {
            if (k == 0)
                y[i] = x[i];
            else
                y[i] += x[i];
        }
}

void summed_in_a_variable(int n, const double *x, double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++) {
        sum += x[i];
        y[i] = sum;
    }
}
