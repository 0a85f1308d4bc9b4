#include <immintrin.h>
#include <omp.h>

void kernel(double *A, double *B, double *C, int M, int N, int K)
{
    const int BS = 64, NT = 40;
#pragma omp parallel num_threads(NT)
    {
        int tid = omp_get_thread_num();
        int start = (tid * M) / NT;
        int end = ((tid + 1) * M) / NT;
        for (int ii = start; ii < end; ii += BS) {
            for (int jj = 0; jj < N; jj += BS) {
                if (jj + BS < N)
                    _mm_prefetch((const char *)&B[jj + BS], _MM_HINT_T0);
                for (int i = ii; i < ii + BS && i < end; i++) {
                    __m512d sums[8];
                    for (int s = 0; s < 8; s++)
                        sums[s] = _mm512_setzero_pd();
                    for (int k = 0; k < K; k++) {
                        __m512d a = _mm512_set1_pd(A[i * K + k]);
                        for (int j = 0; j < BS; j += 8) {
                            __m512d b = _mm512_loadu_pd(&B[k * N + jj + j]);
                            sums[j / 8] = _mm512_fmadd_pd(a, b, sums[j / 8]);
                        }
                    }
                    for (int j = 0; j < BS; j += 8) {
                        __m512d c = _mm512_loadu_pd(&C[i * N + jj + j]);
                        c = _mm512_add_pd(c, sums[j / 8]);
                        _mm512_storeu_pd(&C[i * N + jj + j], c);
                    }
                }
            }
        }
    }
}
