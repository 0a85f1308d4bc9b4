#include <immintrin.h>

static __mmask8 lanes(int left)
{
    return left >= 8 ? 255 : left > 0 ? (1 << left) - 1 : 0;
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int jj = 0; jj < N; jj += 128)
        for (int ii = 0; ii < M; ii += 64) {
            int iend = ii + 64 < M ? ii + 64 : M;
            int jend = jj + 128 < N ? jj + 128 : N;
            for (int j = jj; j < jend; j += 32)
                for (int i = ii; i < iend; i += 4) {
                    __mmask8 m[4];
                    for (int v = 0; v < 4; v++)
                        m[v] = lanes(jend - j - 8 * v);
                    __m512d sum[4][4];
                    for (int u = 0; u < 4; u++)
                        for (int v = 0; v < 4; v++)
                            sum[u][v] = _mm512_setzero_pd();
                    for (int k = 0; k < K; k++)
                        for (int u = 0; u < 4; u++) {
                            __m512d a = _mm512_set1_pd(A[(i + u < iend ? i + u : iend - 1) * K + k]);
                            for (int v = 0; v < 4; v++)
                                sum[u][v] = _mm512_fmadd_pd(a, _mm512_maskz_loadu_pd(m[v], &B[k * N + j + 8 * v]), sum[u][v]);
                        }
                    for (int u = 0; u < 4; u++)
                        for (int v = 0; v < 4; v++)
                            _mm512_mask_storeu_pd(&C[(i + u < iend ? i + u : iend - 1) * N + j + 8 * v], m[v], sum[u][v]);
                }
        }
}
