#include <hpcverify.h>
#include <immintrin.h>
#include <omp.h>

void contract(int n, const double *x, double *y)
{
    requires(n >= 0);
    readable(x, n);
    writes(y, n);
    disjoint(y, x);
}

void guarded_steps(int n, const double *x, double *y)
{
    for (int i = 0; i + 3 < n; i += 4) { //~ HV5101
        y[i] = x[i];
        y[i + 1] = x[i + 1];
        y[i + 2] = x[i + 2];
        y[i + 3] = x[i + 3];
    }
}

static void two(const double *from, double *to, int at)
{
    to[at] = from[at];
    to[at + 1] = from[at + 1];
}

void groups_through_a_function(int n, const double *x, double *y)
{
    for (int g = 0; g < n / 2; g++) //~ HV5101
        two(x, y, 2 * g);
}

#define WHOLE(n, step) ((n) & ~((step) - 1))

void rounded_down_by_a_macro(int n, const double *x, double *y)
{
    for (int i = 0; i < WHOLE(n, 8); i += 8) //~ HV5101
        _mm512_storeu_pd(y + i, _mm512_loadu_pd(x + i));
}

void vectors_past_the_end(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i += 4) //~ HV5101
        _mm256_storeu_pd(y + i, _mm256_loadu_pd(x + i));
}

void whole_tiles(int n, const double *x, double *y)
{
    for (int tile = 0; tile < n; tile += 16) //~ HV5101
        for (int i = tile; i < tile + 16; i++)
            y[i] = x[i];
}

void rows_that_end_in_data_contract(int n, const int *start, double *y)
{
    requires(n >= 0);
    readable(start, n + 1);
    updates(y, 1000);
}

void rows_that_end_in_data(int n, const int *start, double *y)
{
    for (int i = 0; i < n; i++)
        for (int k = start[i]; k < start[i + 1]; k += 4) //~ HV5101
            _mm256_storeu_pd(y + k, _mm256_setzero_pd());
}

void shares_of_three(int n, const double *x, double *y)
{
    const int share = n / 3;
#pragma omp parallel num_threads(3)
    {
        const int first = omp_get_thread_num() * share;
        for (int i = first; i < first + share; i++) //~ HV5101
            y[i] = x[i];
    }
}

void pointers_advanced(int n, const double *x, double *y)
{
    for (int left = 0; left <= n - 2; left += 2) { //~ HV5101
        *y++ = *x++;
        *y++ = *x++;
    }
}
