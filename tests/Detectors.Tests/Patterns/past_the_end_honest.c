#include <hpcverify.h>
#include <immintrin.h>

void contract(int m, int n, const double *x, double *y)
{
    requires(m >= 0 && n >= 0);
    requires((long)m * n <= 1000000);
    readable(x, (long)m * n);
    writes(y, m);
}

void only_prefetched(int m, int n, const double *x, double *y)
{
    for (int i = 0; i < m; i++) {
        _mm_prefetch((const char *)(x + (i + 1) * n), _MM_HINT_T0);
        y[i] = n > 0 ? x[i * n] : 0.0;
    }
}

void asked_before(int m, int n, const double *x, double *y)
{
    double next = m > 0 && n > 0 ? x[0] : 0.0;
    for (int i = 0; i < m; i++) {
        y[i] = next;
        if (i + 1 < m && n > 0)
            next = x[(i + 1) * n];
    }
}

void last_turn_peeled(int m, int n, const double *x, double *y)
{
    if (m == 0 || n == 0)
        return;
    double next = x[0];
    for (int i = 0; i < m - 1; i++) {
        y[i] = next;
        next = x[(i + 1) * n];
    }
    y[m - 1] = next;
}

void clamped(int m, int n, const double *x, double *y)
{
    for (int i = 0; i < m; i++) {
        const int ahead = i + 1 < m ? i + 1 : i;
        y[i] = n > 0 ? x[ahead * n] : 0.0;
    }
}

void longer_input_contract(int m, int n, const double *x, double *y)
{
    requires(m >= 0 && n >= 0);
    readable(x, m + 1);
    writes(y, m);
}

void longer_input(int m, int n, const double *x, double *y)
{
    for (int i = 0; i < m; i++)
        y[i] = x[i + 1] - x[i];
}

void from_the_end(int m, int n, const double *x, double *y)
{
    const int none = 0;
    for (int i = 0; i < none; i++)
        y[m - 1 - i] = 1.0;
    for (int i = 0; i < m; i++)
        y[m - 1 - i] = 0.0;
}
