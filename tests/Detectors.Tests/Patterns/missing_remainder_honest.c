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

void pairs_with_the_element_before(int n, const double *x, double *y)
{
    y[0] = x[0];
    for (int i = 1; i < n; i += 2)
        y[i] = x[i - 1] + x[i];
    for (int i = 2; i < n; i += 2)
        y[i] = x[i];
}

void rest_of_each_clamped_tile(int n, const double *x, double *y)
{
    for (int tile = 0; tile < n; tile += 64) {
        const int end = tile + 64 < n ? tile + 64 : n;
        int i = tile;
        for (; i + 3 < end; i += 4) {
            y[i] = x[i];
            y[i + 1] = x[i + 1];
            y[i + 2] = x[i + 2];
            y[i + 3] = x[i + 3];
        }
        for (; i < end; i++)
            y[i] = x[i];
    }
}

static int smaller(int a, int b) { return a < b ? a : b; }

void unrolled_rows_of_clamped_tiles_contract(int m, int n, const double *A, double *B)
{
    requires(m >= 0 && n >= 0);
    readable(A, (long)m * n);
    writes(B, (long)m * n);
}

void unrolled_rows_of_clamped_tiles(int m, int n, const double *A, double *B)
{
    for (int ib = 0; ib < m; ib += 32)
        for (int jb = 0; jb < n; jb += 32) {
            const int rows = smaller(32, m - ib), columns = smaller(32, n - jb);
            for (int i = 0; i < rows; i++) {
                const double *from = A + (long)(ib + i) * n + jb;
                double *to = B + (long)(ib + i) * n + jb;
                int j = 0;
                for (; j + 1 < columns; j += 2) {
                    to[j] = from[j];
                    to[j + 1] = from[j + 1];
                }
                if (j < columns)
                    to[j] = from[j];
            }
        }
}

void vectors_of_clamped_tiles(int n, const double *x, double *y)
{
    for (int tile = 0; tile < n; tile += 512) {
        int last = tile + 512;
        if (last > n)
            last = n;
        int i = tile;
        for (; i <= last - 4; i += 4)
            _mm256_storeu_pd(y + i, _mm256_loadu_pd(x + i));
        for (; i < last; ++i)
            y[i] = x[i];
    }
}
