#include <hpcverify.h>
#include <stddef.h>

void added_on_the_other_side(size_t n, const double *x, double *y)
{
    for (size_t i = 0; i + 3 < n; i++)
        y[i] = x[i + 3];
}

void countdown_before(unsigned n, const double *x, double *y)
{
    for (unsigned i = n; i-- > 0;)
        y[i] = x[i];
}

void asked_first(size_t n, const double *x, double *y)
{
    if (n < 3)
        return;
    for (size_t i = 0; i < n - 2; i++)
        y[i] = x[i];
}

void signed_limit(int n, const double *x, double *y)
{
    for (int i = 0; i < n - 3; i++)
        y[i] = x[i + 3];
}

void promised_contract(size_t n, const double *x, double *y)
{
    requires(n >= 2);
    readable(x, n);
    writes(y, n);
}

void promised(size_t n, const double *x, double *y)
{
    for (size_t i = 0; i < n - 1; i++)
        y[i] = x[i];
}

void what_is_left(size_t n, const double *x, double *y)
{
    size_t i = 0;
    while (n - i >= 2) {
        y[i] = x[i];
        y[i + 1] = x[i + 1];
        i += 2;
    }
    if (n - i == 1)
        y[i] = x[i];
}
