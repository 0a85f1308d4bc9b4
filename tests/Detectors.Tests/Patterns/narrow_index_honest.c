#include <hpcverify.h>
#include <stddef.h>

void contract(int m, int n, const int *x, double *y)
{
    requires(m >= 0 && n >= 0);
    requires((long)m * n <= 2147483647L);
    readable(x, n);
    writes(y, (long)m * n);
}

void counter_as_wide(int m, int n, const int *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = x[i];
}

void limited_by_the_contract(int m, int n, const int *x, double *y)
{
    for (int i = 0; i < (long)m * n; i++)
        y[i] = 0.0;
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++)
            y[i * n + j] = x[j];
}

void bytes_for_few(int m, int n, const int *x, double *y)
{
    for (unsigned char i = 0; i < 200; i++)
        y[i] = 0.0;
}

void wide_counter(int m, int n, const int *x, double *y)
{
    const size_t count = (size_t)m * (size_t)n;
    for (size_t i = 0; i < count; i++)
        y[i] = 0.0;
}

void low_bits_meant(int m, int n, const int *x, double *y)
{
    for (int i = 0; i < n; i++) {
        const unsigned char bin = (unsigned char)(x[i] & 0xff);
        y[bin] = 1.0;
    }
}

void widened_before_the_product_contract(int m, int n, const int *x, double *y)
{
    requires(m >= 0 && n >= 0);
    readable(x, n);
    writes(y, (long)m * n);
}

void widened_before_the_product(int m, int n, const int *x, double *y)
{
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++)
            y[(long)i * n + j] = x[j];
}

void values_that_fit_contract(int m, int n, const int *x, double *y)
{
    requires(m >= 0 && n >= 0);
    readable(x, n);
    in_range(x, n, 0, 256);
    writes(y, 256);
}

void values_that_fit(int m, int n, const int *x, double *y)
{
    for (int i = 0; i < n; i++) {
        const unsigned char bin = (unsigned char)x[i];
        y[bin] = 1.0;
    }
}
