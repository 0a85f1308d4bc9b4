#include <hpcverify.h>
#include <immintrin.h>

void contract(int n, const double *x, double *y)
{
    requires(n >= 0 && n % 8 == 0);
    readable(x, n);
    writes(y, n);
}

void alignment_not_promised(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i += 4)
        _mm256_storeu_pd(y + i, _mm256_load_pd(x + i)); //~ HV3102
}

static void put(double *to, __m512d what) { _mm512_store_pd(to, what); } //~ HV3102

void through_a_function(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i += 8)
        put(y + i, _mm512_loadu_pd(x + i));
}

#define STREAM(to, from) _mm256_stream_pd((to), _mm256_loadu_pd(from))

void streamed_by_a_macro(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i += 4)
        STREAM(y + i, x + i); //~ HV3102
}

typedef double four __attribute__((vector_size(32)));

void by_a_cast(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i += 4)
        *(four *)(y + i) = *(const four *)(x + i); //~ HV3102, HV3102
}

void own_array(int n, const double *x, double *y)
{
    double buffer[4];
    for (int i = 0; i < n; i += 4) {
        _mm256_store_pd(buffer, _mm256_loadu_pd(x + i)); //~ HV3102
        for (int lane = 0; lane < 4; lane++)
            y[i + lane] = buffer[lane];
    }
}

void one_element_on_contract(int n, const double *x, double *y)
{
    requires(n >= 0 && n % 8 == 0);
    readable(x, n + 8);
    writes(y, n);
    aligned(x, 32);
}

void one_element_on(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i += 4)
        _mm256_storeu_pd(y + i, _mm256_load_pd(x + i + 1)); //~ HV3102
}
