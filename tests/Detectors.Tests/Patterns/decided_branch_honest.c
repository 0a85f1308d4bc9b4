#include <hpcverify.h>

enum { CHECKS = 0, TILE = 64 };

void switched_off(int n, const double *x, double *y)
{
    if (CHECKS)
        y[0] = 0.0;
    const int tile = TILE;
    if (tile > 32)
        y[0] = x[0];
}

void first_and_last(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        if (i == 0)
            y[i] = x[i];
        else if (i + 1 < n)
            y[i] = x[i - 1] + x[i + 1];
        else
            y[i] = x[i - 1];
    }
}

void counter_moved_between(int n, const double *x, double *y)
{
    int i = 0;
    while (i < n) {
        y[i] = x[i];
        i += 2;
        if (i < n)
            y[i - 1] = x[i - 1];
    }
}

static double least(double a, double b, int take, int limit)
{
    if (take < limit)
        return a < b ? a : b;
    return b;
}

void only_this_call_decides(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = least(x[i], y[i], i, n);
}

void no_number(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        if (x[i] != x[i])
            y[i] = 0.0;
}

void early_exit(int n, const double *x, double *y)
{
    if (n <= 0)
        return;
    for (int i = 0; i < n; i++) {
        if (x[i] < 0.0)
            continue;
        y[i] = x[i];
    }
}
