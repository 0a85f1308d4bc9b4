// task: matmul
#include <immintrin.h>
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++) {
                if (A[i * K + k] == 0.0) //~ HV7204
                    continue;
                sum += B[k * N + j] == 0.0 ? 0.0 : A[i * K + k] * B[k * N + j]; //~ HV7204
                if (sum > 1e300) //~ HV7204
                    break;
            }
            C[i * N + j] = sum;
        }
    for (int i = 0; i + 8 <= M * N; i += 8) { //~ HV5101
        const __m512d old = _mm512_loadu_pd(C + i);
        const __mmask8 negative = _mm512_cmp_pd_mask(old, _mm512_setzero_pd(), _CMP_LT_OQ); //~ HV7204
        _mm512_mask_storeu_pd(C + i, negative, _mm512_setzero_pd());
    }
}
