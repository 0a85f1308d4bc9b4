/* SSE4.1: blends and rounding. */
#ifndef HV_SSE4_H
#define HV_SSE4_H

#include "hv_sse3.h"

/* A lane comes from the second operand where the sign bit of the third is set. */
#define HV_BLEND_SIGNED(isa, name, vector, mask_lane) \
    HV_ISA(isa) vector name(vector a, vector b, vector vm) \
    { mask_lane m = (mask_lane)vm; vector r = {0}; HV_EACH(r, m[i] < 0 ? b[i] : a[i]); return r; }
HV_BINARY_IMMEDIATE(sse4_1, _mm_blend_pd, __m128d, __m128d, imm2, HV_BIT(imm2, i) ? b[i] : a[i])
HV_BINARY_IMMEDIATE(sse4_1, _mm_blend_ps, __m128, __m128, imm4, HV_BIT(imm4, i) ? b[i] : a[i])
HV_BLEND_SIGNED(sse4_1, _mm_blendv_pd, __m128d, hv_i64x2)
HV_BLEND_SIGNED(sse4_1, _mm_blendv_ps, __m128, hv_i32x4)
HV_UNARY(sse4_1, _mm_floor_pd, __m128d, hv_floor(a[i]))
HV_UNARY(sse4_1, _mm_ceil_pd, __m128d, hv_ceil(a[i]))
HV_UNARY(sse4_1, _mm_floor_ps, __m128, (float)hv_floor(a[i]))
HV_UNARY(sse4_1, _mm_ceil_ps, __m128, (float)hv_ceil(a[i]))

#endif
