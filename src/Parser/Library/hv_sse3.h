/* SSE3: horizontal arithmetic and duplication. */
#ifndef HV_SSE3_H
#define HV_SSE3_H

#include "hv_sse2_integer.h"

/* Neighbours of the 128-bit group, as horizontal instructions pair them. */
#define HV_PAIR(x, operator) (x[(i & ~3) + 2 * (i & 1)] operator x[(i & ~3) + 2 * (i & 1) + 1])

HV_BINARY(sse3, _mm_hadd_pd, __m128d, i & 1 ? b[i - 1] + b[i] : a[i] + a[i + 1])
HV_BINARY(sse3, _mm_hsub_pd, __m128d, i & 1 ? b[i - 1] - b[i] : a[i] - a[i + 1])
HV_BINARY(sse3, _mm_addsub_pd, __m128d, i & 1 ? a[i] + b[i] : a[i] - b[i])
HV_BINARY(sse3, _mm_hadd_ps, __m128, i & 2 ? HV_PAIR(b, +) : HV_PAIR(a, +))
HV_BINARY(sse3, _mm_hsub_ps, __m128, i & 2 ? HV_PAIR(b, -) : HV_PAIR(a, -))
HV_BINARY(sse3, _mm_addsub_ps, __m128, i & 1 ? a[i] + b[i] : a[i] - b[i])
HV_UNARY(sse3, _mm_movedup_pd, __m128d, a[i & ~1])
HV_UNARY(sse3, _mm_movehdup_ps, __m128, a[i | 1])
HV_UNARY(sse3, _mm_moveldup_ps, __m128, a[i & ~1])
HV_ISA(sse3) __m128d _mm_loaddup_pd(const double *p) { return _mm_load1_pd(p); }

#endif
