/* Rounding, scaling and taking apart of floating-point vectors; half precision. */
#ifndef HV_FLOAT_ROUNDING_H
#define HV_FLOAT_ROUNDING_H

#include "hv_float_scalar.h"

#define _MM_FROUND_TO_NEAREST_INT 0
#define _MM_FROUND_TO_NEG_INF 1
#define _MM_FROUND_TO_POS_INF 2
#define _MM_FROUND_TO_ZERO 3
#define _MM_FROUND_CUR_DIRECTION 4
#define _MM_FROUND_RAISE_EXC 0
#define _MM_FROUND_NO_EXC 8
#define _MM_FROUND_NINT 0
#define _MM_FROUND_FLOOR 1
#define _MM_FROUND_CEIL 2
#define _MM_FROUND_TRUNC 3
#define _MM_FROUND_RINT 4
#define _MM_FROUND_NEARBYINT 12

HV_NARROW_PS(HV_UNARY_IMMEDIATE, sse4_1, avx, round_ps, imm4, (float)hv_round(a[i], imm4))
HV_NARROW_PD(HV_UNARY_IMMEDIATE, sse4_1, avx, round_pd, imm4, hv_round(a[i], imm4))
HV_NARROW_PS(HV_UNARY_AS, sse4_1, avx, floor_ps, (float)hv_floor(a[i]))
HV_NARROW_PS(HV_UNARY_AS, sse4_1, avx, ceil_ps, (float)hv_ceil(a[i]))
HV_NARROW_PD(HV_UNARY_AS, sse4_1, avx, floor_pd, hv_floor(a[i]))
HV_NARROW_PD(HV_UNARY_AS, sse4_1, avx, ceil_pd, hv_ceil(a[i]))
HV_UNARY_WITH_MASK(floor_ps, __m512, hv_f32x16, hv_f32x16, __mmask16, (float)hv_floor(a[i]))
HV_UNARY_WITH_MASK(ceil_ps, __m512, hv_f32x16, hv_f32x16, __mmask16, (float)hv_ceil(a[i]))
HV_UNARY_WITH_MASK(floor_pd, __m512d, hv_f64x8, hv_f64x8, __mmask8, hv_floor(a[i]))
HV_UNARY_WITH_MASK(ceil_pd, __m512d, hv_f64x8, hv_f64x8, __mmask8, hv_ceil(a[i]))
HV_SCALAR_BINARY(sse4_1, _mm_floor_ss, __m128, (float)hv_floor(b[0]))
HV_SCALAR_BINARY(sse4_1, _mm_ceil_ss, __m128, (float)hv_ceil(b[0]))
HV_SCALAR_BINARY(sse4_1, _mm_floor_sd, __m128d, hv_floor(b[0]))
HV_SCALAR_BINARY(sse4_1, _mm_ceil_sd, __m128d, hv_ceil(b[0]))
HV_ISA(sse4_1) __m128 _mm_round_ss(__m128 a, __m128 b, int imm4) { a[0] = (float)hv_round(b[0], imm4); return a; }
HV_ISA(sse4_1) __m128d _mm_round_sd(__m128d a, __m128d b, int imm4) { a[0] = hv_round(b[0], imm4); return a; }

HV_WIDTHS_PS(HV_UNARY_IMMEDIATE_FORMS, avx512vl, avx512vl, avx512f, roundscale_ps, f, imm8,
    (float)hv_round_scaled(a[i], imm8))
HV_WIDTHS_PD(HV_UNARY_IMMEDIATE_FORMS, avx512vl, avx512vl, avx512f, roundscale_pd, f, imm8,
    hv_round_scaled(a[i], imm8))
/* x * 2^floor(y) (Intel SDM 2, table of VSCALEFPD): a quiet NaN times 2^-inf is zero and times 2^inf infinite. */
static inline double hv_scale_by(double x, double y, int is_quiet)
{
    if (x != x)
        return !is_quiet ? x : y == __builtin_inf() ? y : y == -__builtin_inf() ? 0 : x;
    if (y != y)
        return y;
    if (hv_abs(y) == __builtin_inf())
        return y > 0 ? x * y : hv_abs(x) == __builtin_inf() ? x - x : hv_copy_sign(0, x);
    return hv_scale(x, (int)hv_floor(HV_CLAMP(y, -3000, 3000)));
}
#define HV_IS_QUIET_32(bits) ((int)((bits) >> 22 & 1))
#define HV_IS_QUIET_64(bits) ((int)((bits) >> 51 & 1))
HV_WIDTHS_PS(HV_BINARY_FORMS, avx512vl, avx512vl, avx512f, scalef_ps, f,
    (float)hv_scale_by(a[i], b[i], HV_IS_QUIET_32(hv_bitsf(a[i]))))
HV_WIDTHS_PD(HV_BINARY_FORMS, avx512vl, avx512vl, avx512f, scalef_pd, f,
    hv_scale_by(a[i], b[i], HV_IS_QUIET_64(hv_bits(a[i]))))
HV_WIDTHS_PS(HV_UNARY_FORMS, avx512vl, avx512vl, avx512f, getexp_ps, f, (float)hv_exponent(a[i]))
HV_WIDTHS_PD(HV_UNARY_FORMS, avx512vl, avx512vl, avx512f, getexp_pd, f, hv_exponent(a[i]))

/* One bit of the immediate per class: quiet NaN, 0, -0, infinity, -infinity, subnormal, negative, signaling NaN. */
#define HV_CLASS(bits, sign, low, quiet, top) \
    (((bits) & (low)) > (top) ? (bits) & (quiet) ? 0x01 : 0x80 \
        : ((bits) & (low)) == (top) ? (bits) & (sign) ? 0x10 : 0x08 \
        : ((bits) & (low)) == 0 ? (bits) & (sign) ? 0x04 : 0x02 \
        : (((bits) & (sign)) ? 0x40 : 0) | (((bits) & (low)) < ((quiet) << 1) ? 0x20 : 0))
#define HV_CLASS_32(bits) HV_CLASS(bits, 0x80000000U, 0x7fffffffU, 0x00400000U, 0x7f800000U)
#define HV_CLASS_64(bits) \
    HV_CLASS(bits, 0x8000000000000000ULL, 0x7fffffffffffffffULL, 0x0008000000000000ULL, 0x7ff0000000000000ULL)
#define HV_CLASS_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, expression) \
    HV_ISA(isa) mask prefix##_##op##_mask(vector va, int imm8) \
    { lane a = (lane)va; mask bits = 0; \
      for (int i = 0; i < HV_LANES(a); i++) bits |= (mask)((unsigned long long)(((expression) & imm8) != 0) << i); \
      return bits; } \
    HV_ISA(isa) mask prefix##_mask_##op##_mask(mask k, vector a, int imm8) \
    { return (mask)(k & prefix##_##op##_mask(a, imm8)); }
HV_WIDTHS_PS(HV_CLASS_FORMS, avx512dq, avx512dq, avx512dq, fpclass_ps, u, HV_CLASS_32(a[i]))
HV_WIDTHS_PD(HV_CLASS_FORMS, avx512dq, avx512dq, avx512dq, fpclass_pd, u, HV_CLASS_64(a[i]))

static inline float hv_from_half(unsigned int half)
{
    unsigned int sign = (half & 0x8000U) << 16, size = half & 0x7fffU;
    return size > 0x7c00U ? hv_from_bitsf(sign | 0x7fc00000U | (size & 0x3ffU) << 13)
        : size == 0x7c00U ? hv_from_bitsf(sign | 0x7f800000U)
        : size < 0x400U ? (float)hv_copy_sign(size * 0x1p-24, sign ? -1 : 1)
        : hv_from_bitsf(sign | ((size << 13) + 0x38000000U));
}
/* In units of the last of 11 bits, which a subnormal has fewer of; the carry of rounding goes into the exponent. */
static inline unsigned int hv_to_half(float x, int mode)
{
    unsigned int bits = hv_bitsf(x), sign = bits >> 16 & 0x8000U;
    double size = hv_abs(x);
    if (size != size)
        return sign | 0x7e00U | (bits >> 13 & 0x3ffU);
    if (size == __builtin_inf())
        return sign | 0x7c00U;
    double exponent = hv_exponent(x);
    int scale = exponent < -14 ? -14 : (int)exponent;
    double units = scale > 15 ? 2048 : hv_abs(hv_round(hv_scale(x, 10 - scale), mode));
    unsigned int half = scale > 15 ? 0x7c00U : ((unsigned int)(scale + 14) << 10) + (unsigned int)units;
    int rounds_down = !(mode & 4) && ((mode & 3) == 3 || ((mode & 3) == 1 && !sign) || ((mode & 3) == 2 && sign));
    return sign | (half < 0x7c00U ? half : rounds_down ? 0x7bffU : 0x7c00U);
}
HV_CONVERT(f16c, _mm_cvtph_ps, __m128, hv_f32x4, __m128i, hv_u16x8, hv_from_half(a[i]))
HV_CONVERT(f16c, _mm256_cvtph_ps, __m256, hv_f32x8, __m128i, hv_u16x8, hv_from_half(a[i]))
HV_CONVERT(avx512f, _mm512_cvtph_ps, __m512, hv_f32x16, __m256i, hv_u16x16, hv_from_half(a[i]))
HV_MASKED_1(avx512vl, _mm, cvtph_ps, __m128, hv_f32x4, __mmask8, __m128i)
HV_MASKED_1(avx512vl, _mm256, cvtph_ps, __m256, hv_f32x8, __mmask8, __m128i)
HV_MASKED_1(avx512f, _mm512, cvtph_ps, __m512, hv_f32x16, __mmask16, __m256i)
#define HV_TO_HALF(isa, name, result, to, operand, from) \
    HV_ISA(isa) result name(operand a, int imm3) \
    { to r = {0}; for (int i = 0; i < HV_LANES(a); i++) r[i] = (unsigned short)hv_to_half(a[i], imm3); \
      return (result)r; }
HV_TO_HALF(f16c, _mm_cvtps_ph, __m128i, hv_u16x8, __m128, hv_f32x4)
HV_TO_HALF(f16c, _mm256_cvtps_ph, __m128i, hv_u16x8, __m256, hv_f32x8)
HV_TO_HALF(avx512f, _mm512_cvtps_ph, __m256i, hv_u16x16, __m512, hv_f32x16)
/* Four lanes become four halves, and the upper four of a masked form are zero. */
HV_ISA(avx512vl) __m128i _mm_mask_cvtps_ph(__m128i source, __mmask8 k, __m128 a, int imm3)
{ return (__m128i)hv_u64x2_select(1, (hv_u64x2)hv_u16x8_select(k, (hv_u16x8)_mm_cvtps_ph(a, imm3), (hv_u16x8)source),
    (hv_u64x2){0}); }
HV_ISA(avx512vl) __m128i _mm_maskz_cvtps_ph(__mmask8 k, __m128 a, int imm3)
{ return (__m128i)hv_u16x8_select(k, (hv_u16x8)_mm_cvtps_ph(a, imm3), (hv_u16x8){0}); }
HV_MASKED_1_IMMEDIATE(avx512vl, _mm256, cvtps_ph, __m128i, hv_u16x8, __mmask8, __m256, imm3)
HV_MASKED_1_IMMEDIATE(avx512f, _mm512, cvtps_ph, __m256i, hv_u16x16, __mmask16, __m512, imm3)
HV_ISA(f16c) float _cvtsh_ss(unsigned short half) { return hv_from_half(half); }
HV_ISA(f16c) unsigned short _cvtss_sh(float x, int imm3) { return (unsigned short)hv_to_half(x, imm3); }

/* No model: the approximations of these differ between processors. */
__m128 _mm_rcp_ps(__m128 a);
__m128 _mm_rsqrt_ps(__m128 a);
__m128 _mm_rcp_ss(__m128 a);
__m128 _mm_rsqrt_ss(__m128 a);
__m256 _mm256_rcp_ps(__m256 a);
__m256 _mm256_rsqrt_ps(__m256 a);
__m128 _mm_rcp14_ps(__m128 a);
__m128 _mm_rsqrt14_ps(__m128 a);
__m128d _mm_rcp14_pd(__m128d a);
__m128d _mm_rsqrt14_pd(__m128d a);
__m256 _mm256_rcp14_ps(__m256 a);
__m256 _mm256_rsqrt14_ps(__m256 a);
__m256d _mm256_rcp14_pd(__m256d a);
__m256d _mm256_rsqrt14_pd(__m256d a);
__m512 _mm512_rcp14_ps(__m512 a);
__m512 _mm512_rsqrt14_ps(__m512 a);
__m512d _mm512_rcp14_pd(__m512d a);
__m512d _mm512_rsqrt14_pd(__m512d a);

#endif
