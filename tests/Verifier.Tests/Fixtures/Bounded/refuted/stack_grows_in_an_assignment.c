// task: axpy
// refuted: equivalence
#include <immintrin.h>
/* What the right-hand side calls makes the stack grow: the store after it must reach the new one. */
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    __m512d r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13;
    r0 = r1 = r2 = r3 = r4 = r5 = r6 = r7 = r8 = r9 = r10 = r11 = r12 = r13 = _mm512_set1_pd(0.0);
    __mmask8 isWrong = 0;
    isWrong = _mm512_cmp_pd_mask(r0, r13, _CMP_EQ_OQ);
    for (int i = 0; i < n; i++)
        y[i] += alpha * x[i] * (1 + (isWrong & 1));
}
