#include <immintrin.h>
#include <omp.h>
#include <string.h>

static void strip(const double *a, const double *panel, double *c, int k_count)
{
    __m512d c0 = _mm512_setzero_pd(), c1 = _mm512_setzero_pd();
    for (int k = 0; k < k_count; k++) {
        _mm_prefetch((const char *)(panel + 16 * k + 64), _MM_HINT_T0);
        c0 = _mm512_fmadd_pd(_mm512_set1_pd(a[k]), _mm512_load_pd(panel + 16 * k), c0);
        c1 = _mm512_fmadd_pd(_mm512_set1_pd(a[k]), _mm512_load_pd(panel + 16 * k + 8), c1);
    }
    _mm512_storeu_pd(c, c0);
    _mm512_storeu_pd(c + 8, c1);
}

static void all_of_it(const double *A, const double *B, double *C, int M, int N, int K)
{
#pragma omp parallel
    for (int j = 16 * omp_get_thread_num(); j < N; j += 16 * omp_get_num_threads()) {
        _Alignas(64) double panel[16 * 256];
        for (int k = 0; k < K; k++)
            memcpy(panel + 16 * k, B + k * N + j, 16 * sizeof *panel);
        for (int i = 0; i < M; i++)
            strip(A + i * K, panel, C + i * N + j, K);
    }
}

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}
