#include <hpcverify.h>
#include <immintrin.h>
#include <stdint.h>

void contract(int n, const double *x, double *y)
{
    requires(n >= 0 && n % 8 == 0);
    readable(x, n);
    writes(y, n);
    aligned(x, 64);
    aligned(y, 64);
}

void promised(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i += 8)
        _mm512_store_pd(y + i, _mm512_load_pd(x + i));
}

void unpromised_contract(int n, const double *x, double *y)
{
    requires(n >= 0 && n % 8 == 0);
    readable(x, n);
    writes(y, n);
}

void unpromised(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i += 4)
        _mm256_storeu_pd(y + i, _mm256_loadu_pd(x + i));
}

void asked_at_run_time_contract(int n, const double *x, double *y)
{
    requires(n >= 0 && n % 8 == 0);
    readable(x, n);
    writes(y, n);
}

void asked_at_run_time(int n, const double *x, double *y)
{
    const int fits = (uintptr_t)y % 32 == 0;
    for (int i = 0; i < n; i += 4) {
        if (fits)
            _mm256_store_pd(y + i, _mm256_loadu_pd(x + i));
        else
            _mm256_storeu_pd(y + i, _mm256_loadu_pd(x + i));
    }
}

void aligned_array(int n, const double *x, double *y)
{
    _Alignas(32) double buffer[4];
    for (int i = 0; i < n; i += 4) {
        _mm256_store_pd(buffer, _mm256_load_pd(x + i));
        for (int lane = 0; lane < 4; lane++)
            y[i + lane] = buffer[lane];
    }
}

void whole_rows_contract(int m, int n, const double *x, double *y)
{
    requires(m >= 0 && n >= 0 && n % 4 == 0);
    readable(x, (long)m * n);
    writes(y, (long)m * n);
    aligned(x, 32);
    aligned(y, 32);
}

void whole_rows(int m, int n, const double *x, double *y)
{
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j += 4)
            _mm256_store_pd(y + (long)i * n + j, _mm256_load_pd(x + (long)i * n + j));
}
