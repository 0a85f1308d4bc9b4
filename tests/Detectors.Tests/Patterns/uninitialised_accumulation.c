#include <hpcverify.h>
#include <immintrin.h>

void contract(int n, const double *x, double *y)
{
    requires(n >= 0);
    readable(x, n);
    writes(y, n);
    disjoint(y, x);
}

void plain_sum(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] += x[i]; //~ HV5102
}

static void add(double *to, double what) { *to = *to + what; } //~ HV5102

void through_a_function(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        add(&y[i], x[i]);
}

void vectors(int n, const double *x, double *y)
{
    int i = 0;
    for (; i + 4 <= n; i += 4)
        _mm256_storeu_pd(y + i, _mm256_add_pd(_mm256_loadu_pd(y + i), _mm256_loadu_pd(x + i))); //~ HV5102
    for (; i < n; i++)
        y[i] = x[i];
}

#define ACCUMULATE(to, what) ((to) += (what))

void pointers_and_a_macro(int n, const double *x, double *y)
{
    for (const double *end = x + n; x < end; x++, y++)
        ACCUMULATE(*y, *x); //~ HV5102
}
