#include <hpcverify.h>
#include <immintrin.h>

void contract(int m, int n, const double *x, double *y)
{
    requires(m >= 0 && n >= 0);
    requires((long)m * n <= 1000000);
    readable(x, (long)m * n);
    writes(y, m);
}

void pipelined(int m, int n, const double *x, double *y)
{
    double next = m > 0 && n > 0 ? x[0] : 0.0;
    for (int i = 0; i < m; i++) {
        y[i] = next;
        next = x[(i + 1) * n]; //~ HV3105
    }
}

static double first_of(const double *matrix, int row, int columns) { return matrix[(long)row * columns]; } //~ HV3105

void through_a_function(int m, int n, const double *x, double *y)
{
    for (int i = 0; i < m; i++)
        y[i] = first_of(x, i + 1, n) - first_of(x, i, n);
}

#define FETCH(from) _mm256_loadu_pd(from)

void vectors_and_a_macro(int m, int n, const double *x, double *y)
{
    __m256d row = _mm256_setzero_pd();
    for (int i = 0; i < m; i++) {
        y[i] = row[0];
        row = FETCH(x + (i + 1) * n); //~ HV3105
    }
}

void one_turn_too_many(int m, int n, const double *x, double *y)
{
    for (int i = 0; i <= m; i++)
        y[i] = 0.0; //~ HV3105
}
