// expect: verification
// needs: avx512f
// Every thread packs eight columns of B of its own, all of them into the one panel that the team shares.
#include <immintrin.h>
#include <omp.h>
#include <stdlib.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double *panel = malloc(((size_t)K * 8 + 1) * sizeof(double));
#pragma omp parallel num_threads(2)
    {
        for (int first = 0; first < N; first += 16) {
            const int next = first + 8 * omp_get_thread_num();
            const int j = next < N ? next : N;
            const __mmask8 columns = N - j >= 8 ? 0xFF : (__mmask8)((1u << (N - j)) - 1);
            for (int k = 0; k < K; k++)
                _mm512_storeu_pd(panel + 8 * k, _mm512_maskz_loadu_pd(columns, B + (long)k * N + j));
#pragma omp barrier
            for (int i = 0; i < M; i++) {
                __m512d sum = _mm512_setzero_pd();
                for (int k = 0; k < K; k++)
                    sum = _mm512_fmadd_pd(_mm512_set1_pd(A[(long)i * K + k]), _mm512_loadu_pd(panel + 8 * k), sum);
                _mm512_mask_storeu_pd(C + (long)i * N + j, columns, sum);
            }
#pragma omp barrier
        }
    }
    free(panel);
}
