#include <hpcverify.h>
#include <math.h>

double plain_sum(int n, const double *x)
{
    double sum = 0.0;
#pragma omp parallel for
    for (int i = 0; i < n; i++)
        sum += x[i]; //~ HV4102
    return sum;
}

static void add(double *to, double what) { *to += what; } //~ HV4102

double through_a_pointer(int n, const double *x)
{
    double sum[1] = { 0.0 };
#pragma omp parallel for
    for (int i = 0; i < n; i++)
        add(sum, x[i]);
    return sum[0];
}

double largest(int n, const double *x)
{
    double most = x[0];
#pragma omp parallel for
    for (int i = 1; i < n; i++)
        if (x[i] > most)
            most = x[i]; //~ HV4102
    return most;
}

#define PARALLEL_FOR _Pragma("omp parallel for")

double behind_a_macro(int n, const double *x)
{
    double product = 0.0;
    PARALLEL_FOR
    for (int i = 0; i < n; i++)
        product = product + x[i] * x[i]; //~ HV4102
    return product;
}

void columns_added_by_rows(int m, int n, const double *a, double *y)
{
#pragma omp parallel for
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++)
            y[j] += a[i * n + j]; //~ HV4102
}

void dealt_out_with_the_depth(int m, int n, const double *a, double *y)
{
#pragma omp parallel for collapse(2)
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++)
            y[i] += a[i * n + j]; //~ HV4102
}
