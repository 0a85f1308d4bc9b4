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

void multiples_contract(int n, const double *x, double *y)
{
    requires(n >= 0 && n % 8 == 0);
    readable(x, n);
    writes(y, n);
}

void loop_for_the_rest(int n, const double *x, double *y)
{
    int i = 0;
    for (; i + 1 < n; i += 2) {
        y[i] = x[i];
        y[i + 1] = x[i + 1];
    }
    for (; i < n; i++)
        y[i] = x[i];
}

void promised_by_the_contract_contract(int n, const double *x, double *y)
{
    requires(n >= 0 && n % 8 == 0);
    readable(x, n);
    writes(y, n);
}

void promised_by_the_contract(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i += 4)
        _mm256_storeu_pd(y + i, _mm256_loadu_pd(x + i));
}

void masked_end(int n, const double *x, double *y)
{
    int i = 0;
    for (; i + 8 <= n; i += 8)
        _mm512_storeu_pd(y + i, _mm512_loadu_pd(x + i));
    const __mmask8 rest = (__mmask8)((1u << (n - i)) - 1u);
    _mm512_mask_storeu_pd(y + i, rest, _mm512_maskz_loadu_pd(rest, x + i));
}

void last_vector_moved_back(int n, const double *x, double *y)
{
    if (n < 4) {
        for (int i = 0; i < n; i++)
            y[i] = x[i];
        return;
    }
    for (int i = 0; i + 4 <= n; i += 4)
        _mm256_storeu_pd(y + i, _mm256_loadu_pd(x + i));
    _mm256_storeu_pd(y + n - 4, _mm256_loadu_pd(x + n - 4));
}

void clamped_tiles(int n, const double *x, double *y)
{
    for (int tile = 0; tile < n; tile += 16)
        for (int i = tile; i < tile + 16 && i < n; i++)
            y[i] = x[i];
}

void last_thread_takes_the_rest(int n, const double *x, double *y)
{
    const int share = n / 3;
#pragma omp parallel num_threads(3)
    {
        const int me = omp_get_thread_num();
        const int end = me == 2 ? n : (me + 1) * share;
        for (int i = me * share; i < end; i++)
            y[i] = x[i];
    }
}

void shares_rounded_up(int n, const double *x, double *y)
{
    const int share = (n + 2) / 3;
    for (int t = 0; t < 3; t++)
        for (int i = t * share; i < (t + 1) * share && i < n; i++)
            y[i] = x[i];
}
