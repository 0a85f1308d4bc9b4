#include <immintrin.h>
#include <omp.h>
#include <stdlib.h>
#define V(name) _mm512_##name##_pd
#define TEAM _Pragma("omp parallel")
#define ONLY __restrict__
#define COUNT(n, size) (((n) + (size) - 1) / (size))
#define LOWEST(a, b) ((a) < (b) ? (a) : (b))
#define EDGE 48

typedef __m512d lanes;

static inline void ask(const void *p) { __builtin_prefetch(p); }
static inline int cut(int n, int part) { return (int)((long)n * part / omp_get_num_threads()); }

static void four_rows(const double *ONLY a, const double *ONLY strip, double *ONLY c, int N, int K, int rows, __mmask8 some)
{
    lanes sums[4] = { V(setzero)(), V(setzero)(), V(setzero)(), V(setzero)() };
    for (int k = 0; k < K; k++) {
        const lanes b = V(loadu)(strip + 8 * k);
        ask(strip + 8 * k + 128);
        for (int r = 0; r < 4; r++)
            sums[r] = V(fmadd)(V(set1)(a[LOWEST(r, rows - 1) * K + k]), b, sums[r]);
    }
    for (int r = 0; r < rows; r++)
        V(mask_storeu)(c + r * N, some, sums[r]);
}

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    TEAM
    {
        const int me = omp_get_thread_num(), first = cut(M, me), last = cut(M, me + 1);
        double *const strip = malloc(sizeof *strip * 8 * (size_t)(K + 1));
        for (int t = 0; t < COUNT(last - first, EDGE); t++)
            for (int j = 0; j < N; j += 8) {
                const __mmask8 some = (__mmask8)(0xFFu >> (N - j < 8 ? 8 - (N - j) : 0));
                const int low = first + t * EDGE, high = LOWEST(low + EDGE, last);
                for (int k = 0; k < K; k++)
                    V(storeu)(strip + 8 * k, V(maskz_loadu)(some, B + k * N + j));
                for (int i = low; i < high; i += 4)
                    four_rows(A + i * K, strip, C + i * N + j, N, K, LOWEST(4, high - i), some);
            }
        free(strip);
    }
}
