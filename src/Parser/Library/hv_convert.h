/* Conversions between integers and floating point, and between integer lanes of different width. */
#ifndef HV_CONVERT_H
#define HV_CONVERT_H

#include "hv_parts.h"

/* Lanes the operand has none for are zero, whatever the source of a masked form holds there. */
#define HV_NARROWING_FORMS(isa, mask_isa, prefix, op, result, to, operand, from, mask, expression) \
    HV_CONVERT(isa, prefix##_##op, result, to, operand, from, i < HV_LANES(a) ? (expression) : 0) \
    HV_ISA(mask_isa) result prefix##_mask_##op(result source, mask k, operand va) \
    { from a = (from)va; to s = (to)source, r = {0}; \
      for (int i = 0; i < HV_LANES(a); i++) r[i] = HV_BIT(k, i) ? (expression) : s[i]; \
      return (result)r; } \
    HV_ISA(mask_isa) result prefix##_maskz_##op(mask k, operand a) \
    { return (result)to##_select(k, (to)prefix##_##op(a), (to){0}); }
#define HV_NARROWING_STORE(isa, prefix, op, operand, from, mask, element, expression) \
    HV_ISA(isa) void prefix##_mask_##op(void *p, mask k, operand va) \
    { from a = (from)va; element *q = (element *)p; \
      for (int i = 0; i < HV_LANES(a); i++) { if (HV_BIT(k, i)) q[i] = (element)(expression); } }

HV_CONVERT_FORMS(sse2, avx512vl, _mm, cvtps_pd, __m128d, hv_f64x2, __m128, hv_f32x4, __mmask8, a[i])
HV_CONVERT_FORMS(avx, avx512vl, _mm256, cvtps_pd, __m256d, hv_f64x4, __m128, hv_f32x4, __mmask8, a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtps_pd, __m512d, hv_f64x8, __m256, hv_f32x8, __mmask8, a[i])
HV_NARROWING_FORMS(sse2, avx512vl, _mm, cvtpd_ps, __m128, hv_f32x4, __m128d, hv_f64x2, __mmask8, (float)a[i])
HV_CONVERT_FORMS(avx, avx512vl, _mm256, cvtpd_ps, __m128, hv_f32x4, __m256d, hv_f64x4, __mmask8, (float)a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtpd_ps, __m256, hv_f32x8, __m512d, hv_f64x8, __mmask8, (float)a[i])
HV_CONVERT_FORMS(sse2, avx512vl, _mm, cvtepi32_pd, __m128d, hv_f64x2, __m128i, hv_i32x4, __mmask8, a[i])
HV_CONVERT_FORMS(avx, avx512vl, _mm256, cvtepi32_pd, __m256d, hv_f64x4, __m128i, hv_i32x4, __mmask8, a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepi32_pd, __m512d, hv_f64x8, __m256i, hv_i32x8, __mmask8, a[i])
HV_CONVERT_FORMS(sse2, avx512vl, _mm, cvtepi32_ps, __m128, hv_f32x4, __m128i, hv_i32x4, __mmask8, (float)a[i])
HV_CONVERT_FORMS(avx, avx512vl, _mm256, cvtepi32_ps, __m256, hv_f32x8, __m256i, hv_i32x8, __mmask8, (float)a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepi32_ps, __m512, hv_f32x16, __m512i, hv_i32x16, __mmask16, (float)a[i])
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm, cvtepu32_pd, __m128d, hv_f64x2, __m128i, hv_u32x4, __mmask8, a[i])
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm256, cvtepu32_pd, __m256d, hv_f64x4, __m128i, hv_u32x4, __mmask8, a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepu32_pd, __m512d, hv_f64x8, __m256i, hv_u32x8, __mmask8, a[i])
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm, cvtepu32_ps, __m128, hv_f32x4, __m128i, hv_u32x4, __mmask8, (float)a[i])
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm256, cvtepu32_ps, __m256, hv_f32x8, __m256i, hv_u32x8, __mmask8, (float)a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepu32_ps, __m512, hv_f32x16, __m512i, hv_u32x16, __mmask16, (float)a[i])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm, cvtepi64_pd, __m128d, hv_f64x2, __m128i, hv_i64x2, __mmask8, (double)a[i])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm256, cvtepi64_pd, __m256d, hv_f64x4, __m256i, hv_i64x4, __mmask8, (double)a[i])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, cvtepi64_pd, __m512d, hv_f64x8, __m512i, hv_i64x8, __mmask8, (double)a[i])
HV_NARROWING_FORMS(avx512dq, avx512dq, _mm, cvtepi64_ps, __m128, hv_f32x4, __m128i, hv_i64x2, __mmask8, (float)a[i])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm256, cvtepi64_ps, __m128, hv_f32x4, __m256i, hv_i64x4, __mmask8, (float)a[i])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, cvtepi64_ps, __m256, hv_f32x8, __m512i, hv_i64x8, __mmask8, (float)a[i])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm, cvtepu64_pd, __m128d, hv_f64x2, __m128i, hv_u64x2, __mmask8, (double)a[i])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm256, cvtepu64_pd, __m256d, hv_f64x4, __m256i, hv_u64x4, __mmask8, (double)a[i])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, cvtepu64_pd, __m512d, hv_f64x8, __m512i, hv_u64x8, __mmask8, (double)a[i])
HV_NARROWING_FORMS(avx512dq, avx512dq, _mm, cvtepu64_ps, __m128, hv_f32x4, __m128i, hv_u64x2, __mmask8, (float)a[i])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm256, cvtepu64_ps, __m128, hv_f32x4, __m256i, hv_u64x4, __mmask8, (float)a[i])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, cvtepu64_ps, __m256, hv_f32x8, __m512i, hv_u64x8, __mmask8, (float)a[i])
HV_CONVERT_FORMS(sse2, avx512vl, _mm, cvttps_epi32, __m128i, hv_i32x4, __m128, hv_f32x4, __mmask8, hv_to_i32(a[i]))
HV_CONVERT_FORMS(avx, avx512vl, _mm256, cvttps_epi32, __m256i, hv_i32x8, __m256, hv_f32x8, __mmask8, hv_to_i32(a[i]))
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvttps_epi32, __m512i, hv_i32x16, __m512, hv_f32x16, __mmask16,
    hv_to_i32(a[i]))
HV_CONVERT_FORMS(sse2, avx512vl, _mm, cvtps_epi32, __m128i, hv_i32x4, __m128, hv_f32x4, __mmask8,
    hv_to_i32(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx, avx512vl, _mm256, cvtps_epi32, __m256i, hv_i32x8, __m256, hv_f32x8, __mmask8,
    hv_to_i32(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtps_epi32, __m512i, hv_i32x16, __m512, hv_f32x16, __mmask16,
    hv_to_i32(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm, cvttps_epu32, __m128i, hv_u32x4, __m128, hv_f32x4, __mmask8, hv_to_u32(a[i]))
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm256, cvttps_epu32, __m256i, hv_u32x8, __m256, hv_f32x8, __mmask8,
    hv_to_u32(a[i]))
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvttps_epu32, __m512i, hv_u32x16, __m512, hv_f32x16, __mmask16,
    hv_to_u32(a[i]))
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm, cvtps_epu32, __m128i, hv_u32x4, __m128, hv_f32x4, __mmask8,
    hv_to_u32(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm256, cvtps_epu32, __m256i, hv_u32x8, __m256, hv_f32x8, __mmask8,
    hv_to_u32(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtps_epu32, __m512i, hv_u32x16, __m512, hv_f32x16, __mmask16,
    hv_to_u32(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm, cvttps_epi64, __m128i, hv_i64x2, __m128, hv_f32x4, __mmask8, hv_to_i64(a[i]))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm256, cvttps_epi64, __m256i, hv_i64x4, __m128, hv_f32x4, __mmask8,
    hv_to_i64(a[i]))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, cvttps_epi64, __m512i, hv_i64x8, __m256, hv_f32x8, __mmask8,
    hv_to_i64(a[i]))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm, cvtps_epi64, __m128i, hv_i64x2, __m128, hv_f32x4, __mmask8,
    hv_to_i64(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm256, cvtps_epi64, __m256i, hv_i64x4, __m128, hv_f32x4, __mmask8,
    hv_to_i64(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, cvtps_epi64, __m512i, hv_i64x8, __m256, hv_f32x8, __mmask8,
    hv_to_i64(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm, cvttps_epu64, __m128i, hv_u64x2, __m128, hv_f32x4, __mmask8, hv_to_u64(a[i]))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm256, cvttps_epu64, __m256i, hv_u64x4, __m128, hv_f32x4, __mmask8,
    hv_to_u64(a[i]))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, cvttps_epu64, __m512i, hv_u64x8, __m256, hv_f32x8, __mmask8,
    hv_to_u64(a[i]))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm, cvtps_epu64, __m128i, hv_u64x2, __m128, hv_f32x4, __mmask8,
    hv_to_u64(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm256, cvtps_epu64, __m256i, hv_u64x4, __m128, hv_f32x4, __mmask8,
    hv_to_u64(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, cvtps_epu64, __m512i, hv_u64x8, __m256, hv_f32x8, __mmask8,
    hv_to_u64(hv_round_even(a[i])))
HV_NARROWING_FORMS(sse2, avx512vl, _mm, cvttpd_epi32, __m128i, hv_i32x4, __m128d, hv_f64x2, __mmask8, hv_to_i32(a[i]))
HV_CONVERT_FORMS(avx, avx512vl, _mm256, cvttpd_epi32, __m128i, hv_i32x4, __m256d, hv_f64x4, __mmask8, hv_to_i32(a[i]))
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvttpd_epi32, __m256i, hv_i32x8, __m512d, hv_f64x8, __mmask8,
    hv_to_i32(a[i]))
HV_NARROWING_FORMS(sse2, avx512vl, _mm, cvtpd_epi32, __m128i, hv_i32x4, __m128d, hv_f64x2, __mmask8,
    hv_to_i32(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx, avx512vl, _mm256, cvtpd_epi32, __m128i, hv_i32x4, __m256d, hv_f64x4, __mmask8,
    hv_to_i32(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtpd_epi32, __m256i, hv_i32x8, __m512d, hv_f64x8, __mmask8,
    hv_to_i32(hv_round_even(a[i])))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvttpd_epu32, __m128i, hv_u32x4, __m128d, hv_f64x2, __mmask8,
    hv_to_u32(a[i]))
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm256, cvttpd_epu32, __m128i, hv_u32x4, __m256d, hv_f64x4, __mmask8,
    hv_to_u32(a[i]))
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvttpd_epu32, __m256i, hv_u32x8, __m512d, hv_f64x8, __mmask8,
    hv_to_u32(a[i]))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvtpd_epu32, __m128i, hv_u32x4, __m128d, hv_f64x2, __mmask8,
    hv_to_u32(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm256, cvtpd_epu32, __m128i, hv_u32x4, __m256d, hv_f64x4, __mmask8,
    hv_to_u32(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtpd_epu32, __m256i, hv_u32x8, __m512d, hv_f64x8, __mmask8,
    hv_to_u32(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm, cvttpd_epi64, __m128i, hv_i64x2, __m128d, hv_f64x2, __mmask8,
    hv_to_i64(a[i]))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm256, cvttpd_epi64, __m256i, hv_i64x4, __m256d, hv_f64x4, __mmask8,
    hv_to_i64(a[i]))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, cvttpd_epi64, __m512i, hv_i64x8, __m512d, hv_f64x8, __mmask8,
    hv_to_i64(a[i]))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm, cvtpd_epi64, __m128i, hv_i64x2, __m128d, hv_f64x2, __mmask8,
    hv_to_i64(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm256, cvtpd_epi64, __m256i, hv_i64x4, __m256d, hv_f64x4, __mmask8,
    hv_to_i64(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, cvtpd_epi64, __m512i, hv_i64x8, __m512d, hv_f64x8, __mmask8,
    hv_to_i64(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm, cvttpd_epu64, __m128i, hv_u64x2, __m128d, hv_f64x2, __mmask8,
    hv_to_u64(a[i]))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm256, cvttpd_epu64, __m256i, hv_u64x4, __m256d, hv_f64x4, __mmask8,
    hv_to_u64(a[i]))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, cvttpd_epu64, __m512i, hv_u64x8, __m512d, hv_f64x8, __mmask8,
    hv_to_u64(a[i]))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm, cvtpd_epu64, __m128i, hv_u64x2, __m128d, hv_f64x2, __mmask8,
    hv_to_u64(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm256, cvtpd_epu64, __m256i, hv_u64x4, __m256d, hv_f64x4, __mmask8,
    hv_to_u64(hv_round_even(a[i])))
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, cvtpd_epu64, __m512i, hv_u64x8, __m512d, hv_f64x8, __mmask8,
    hv_to_u64(hv_round_even(a[i])))

HV_CONVERT_FORMS(sse4_1, avx512bw, _mm, cvtepi8_epi16, __m128i, hv_i16x8, __m128i, hv_i8x16, __mmask8, a[i])
HV_CONVERT_FORMS(avx2, avx512bw, _mm256, cvtepi8_epi16, __m256i, hv_i16x16, __m128i, hv_i8x16, __mmask16, a[i])
HV_CONVERT_FORMS(avx512bw, avx512bw, _mm512, cvtepi8_epi16, __m512i, hv_i16x32, __m256i, hv_i8x32, __mmask32, a[i])
HV_CONVERT_FORMS(sse4_1, avx512vl, _mm, cvtepi8_epi32, __m128i, hv_i32x4, __m128i, hv_i8x16, __mmask8, a[i])
HV_CONVERT_FORMS(avx2, avx512vl, _mm256, cvtepi8_epi32, __m256i, hv_i32x8, __m128i, hv_i8x16, __mmask8, a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepi8_epi32, __m512i, hv_i32x16, __m128i, hv_i8x16, __mmask16, a[i])
HV_CONVERT_FORMS(sse4_1, avx512vl, _mm, cvtepi8_epi64, __m128i, hv_i64x2, __m128i, hv_i8x16, __mmask8, a[i])
HV_CONVERT_FORMS(avx2, avx512vl, _mm256, cvtepi8_epi64, __m256i, hv_i64x4, __m128i, hv_i8x16, __mmask8, a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepi8_epi64, __m512i, hv_i64x8, __m128i, hv_i8x16, __mmask8, a[i])
HV_CONVERT_FORMS(sse4_1, avx512vl, _mm, cvtepi16_epi32, __m128i, hv_i32x4, __m128i, hv_i16x8, __mmask8, a[i])
HV_CONVERT_FORMS(avx2, avx512vl, _mm256, cvtepi16_epi32, __m256i, hv_i32x8, __m128i, hv_i16x8, __mmask8, a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepi16_epi32, __m512i, hv_i32x16, __m256i, hv_i16x16, __mmask16, a[i])
HV_CONVERT_FORMS(sse4_1, avx512vl, _mm, cvtepi16_epi64, __m128i, hv_i64x2, __m128i, hv_i16x8, __mmask8, a[i])
HV_CONVERT_FORMS(avx2, avx512vl, _mm256, cvtepi16_epi64, __m256i, hv_i64x4, __m128i, hv_i16x8, __mmask8, a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepi16_epi64, __m512i, hv_i64x8, __m128i, hv_i16x8, __mmask8, a[i])
HV_CONVERT_FORMS(sse4_1, avx512vl, _mm, cvtepi32_epi64, __m128i, hv_i64x2, __m128i, hv_i32x4, __mmask8, a[i])
HV_CONVERT_FORMS(avx2, avx512vl, _mm256, cvtepi32_epi64, __m256i, hv_i64x4, __m128i, hv_i32x4, __mmask8, a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepi32_epi64, __m512i, hv_i64x8, __m256i, hv_i32x8, __mmask8, a[i])
HV_CONVERT_FORMS(sse4_1, avx512bw, _mm, cvtepu8_epi16, __m128i, hv_u16x8, __m128i, hv_u8x16, __mmask8, a[i])
HV_CONVERT_FORMS(avx2, avx512bw, _mm256, cvtepu8_epi16, __m256i, hv_u16x16, __m128i, hv_u8x16, __mmask16, a[i])
HV_CONVERT_FORMS(avx512bw, avx512bw, _mm512, cvtepu8_epi16, __m512i, hv_u16x32, __m256i, hv_u8x32, __mmask32, a[i])
HV_CONVERT_FORMS(sse4_1, avx512vl, _mm, cvtepu8_epi32, __m128i, hv_u32x4, __m128i, hv_u8x16, __mmask8, a[i])
HV_CONVERT_FORMS(avx2, avx512vl, _mm256, cvtepu8_epi32, __m256i, hv_u32x8, __m128i, hv_u8x16, __mmask8, a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepu8_epi32, __m512i, hv_u32x16, __m128i, hv_u8x16, __mmask16, a[i])
HV_CONVERT_FORMS(sse4_1, avx512vl, _mm, cvtepu8_epi64, __m128i, hv_u64x2, __m128i, hv_u8x16, __mmask8, a[i])
HV_CONVERT_FORMS(avx2, avx512vl, _mm256, cvtepu8_epi64, __m256i, hv_u64x4, __m128i, hv_u8x16, __mmask8, a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepu8_epi64, __m512i, hv_u64x8, __m128i, hv_u8x16, __mmask8, a[i])
HV_CONVERT_FORMS(sse4_1, avx512vl, _mm, cvtepu16_epi32, __m128i, hv_u32x4, __m128i, hv_u16x8, __mmask8, a[i])
HV_CONVERT_FORMS(avx2, avx512vl, _mm256, cvtepu16_epi32, __m256i, hv_u32x8, __m128i, hv_u16x8, __mmask8, a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepu16_epi32, __m512i, hv_u32x16, __m256i, hv_u16x16, __mmask16, a[i])
HV_CONVERT_FORMS(sse4_1, avx512vl, _mm, cvtepu16_epi64, __m128i, hv_u64x2, __m128i, hv_u16x8, __mmask8, a[i])
HV_CONVERT_FORMS(avx2, avx512vl, _mm256, cvtepu16_epi64, __m256i, hv_u64x4, __m128i, hv_u16x8, __mmask8, a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepu16_epi64, __m512i, hv_u64x8, __m128i, hv_u16x8, __mmask8, a[i])
HV_CONVERT_FORMS(sse4_1, avx512vl, _mm, cvtepu32_epi64, __m128i, hv_u64x2, __m128i, hv_u32x4, __mmask8, a[i])
HV_CONVERT_FORMS(avx2, avx512vl, _mm256, cvtepu32_epi64, __m256i, hv_u64x4, __m128i, hv_u32x4, __mmask8, a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepu32_epi64, __m512i, hv_u64x8, __m256i, hv_u32x8, __mmask8, a[i])

HV_NARROWING_FORMS(avx512bw, avx512bw, _mm, cvtepi16_epi8, __m128i, hv_u8x16, __m128i, hv_u16x8, __mmask8,
    (unsigned char)a[i])
HV_CONVERT_FORMS(avx512bw, avx512bw, _mm256, cvtepi16_epi8, __m128i, hv_u8x16, __m256i, hv_u16x16, __mmask16,
    (unsigned char)a[i])
HV_CONVERT_FORMS(avx512bw, avx512bw, _mm512, cvtepi16_epi8, __m256i, hv_u8x32, __m512i, hv_u16x32, __mmask32,
    (unsigned char)a[i])
HV_NARROWING_STORE(avx512bw, _mm, cvtepi16_storeu_epi8, __m128i, hv_u16x8, __mmask8, hv_i8,
    (unsigned char)a[i])
HV_NARROWING_STORE(avx512bw, _mm256, cvtepi16_storeu_epi8, __m256i, hv_u16x16, __mmask16, hv_i8,
    (unsigned char)a[i])
HV_NARROWING_STORE(avx512bw, _mm512, cvtepi16_storeu_epi8, __m512i, hv_u16x32, __mmask32, hv_i8,
    (unsigned char)a[i])
HV_NARROWING_FORMS(avx512bw, avx512bw, _mm, cvtsepi16_epi8, __m128i, hv_i8x16, __m128i, hv_i16x8, __mmask8,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_CONVERT_FORMS(avx512bw, avx512bw, _mm256, cvtsepi16_epi8, __m128i, hv_i8x16, __m256i, hv_i16x16, __mmask16,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_CONVERT_FORMS(avx512bw, avx512bw, _mm512, cvtsepi16_epi8, __m256i, hv_i8x32, __m512i, hv_i16x32, __mmask32,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_NARROWING_STORE(avx512bw, _mm, cvtsepi16_storeu_epi8, __m128i, hv_i16x8, __mmask8, hv_i8,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_NARROWING_STORE(avx512bw, _mm256, cvtsepi16_storeu_epi8, __m256i, hv_i16x16, __mmask16, hv_i8,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_NARROWING_STORE(avx512bw, _mm512, cvtsepi16_storeu_epi8, __m512i, hv_i16x32, __mmask32, hv_i8,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_NARROWING_FORMS(avx512bw, avx512bw, _mm, cvtusepi16_epi8, __m128i, hv_u8x16, __m128i, hv_u16x8, __mmask8,
    (unsigned char)(a[i] > 255 ? 255 : a[i]))
HV_CONVERT_FORMS(avx512bw, avx512bw, _mm256, cvtusepi16_epi8, __m128i, hv_u8x16, __m256i, hv_u16x16, __mmask16,
    (unsigned char)(a[i] > 255 ? 255 : a[i]))
HV_CONVERT_FORMS(avx512bw, avx512bw, _mm512, cvtusepi16_epi8, __m256i, hv_u8x32, __m512i, hv_u16x32, __mmask32,
    (unsigned char)(a[i] > 255 ? 255 : a[i]))
HV_NARROWING_STORE(avx512bw, _mm, cvtusepi16_storeu_epi8, __m128i, hv_u16x8, __mmask8, hv_i8,
    (unsigned char)(a[i] > 255 ? 255 : a[i]))
HV_NARROWING_STORE(avx512bw, _mm256, cvtusepi16_storeu_epi8, __m256i, hv_u16x16, __mmask16, hv_i8,
    (unsigned char)(a[i] > 255 ? 255 : a[i]))
HV_NARROWING_STORE(avx512bw, _mm512, cvtusepi16_storeu_epi8, __m512i, hv_u16x32, __mmask32, hv_i8,
    (unsigned char)(a[i] > 255 ? 255 : a[i]))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvtepi32_epi16, __m128i, hv_u16x8, __m128i, hv_u32x4, __mmask8,
    (unsigned short)a[i])
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm256, cvtepi32_epi16, __m128i, hv_u16x8, __m256i, hv_u32x8, __mmask8,
    (unsigned short)a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepi32_epi16, __m256i, hv_u16x16, __m512i, hv_u32x16, __mmask16,
    (unsigned short)a[i])
HV_NARROWING_STORE(avx512vl, _mm, cvtepi32_storeu_epi16, __m128i, hv_u32x4, __mmask8, hv_i16,
    (unsigned short)a[i])
HV_NARROWING_STORE(avx512vl, _mm256, cvtepi32_storeu_epi16, __m256i, hv_u32x8, __mmask8, hv_i16,
    (unsigned short)a[i])
HV_NARROWING_STORE(avx512f, _mm512, cvtepi32_storeu_epi16, __m512i, hv_u32x16, __mmask16, hv_i16,
    (unsigned short)a[i])
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvtsepi32_epi16, __m128i, hv_i16x8, __m128i, hv_i32x4, __mmask8,
    (short)HV_CLAMP(a[i], -32768, 32767))
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm256, cvtsepi32_epi16, __m128i, hv_i16x8, __m256i, hv_i32x8, __mmask8,
    (short)HV_CLAMP(a[i], -32768, 32767))
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtsepi32_epi16, __m256i, hv_i16x16, __m512i, hv_i32x16, __mmask16,
    (short)HV_CLAMP(a[i], -32768, 32767))
HV_NARROWING_STORE(avx512vl, _mm, cvtsepi32_storeu_epi16, __m128i, hv_i32x4, __mmask8, hv_i16,
    (short)HV_CLAMP(a[i], -32768, 32767))
HV_NARROWING_STORE(avx512vl, _mm256, cvtsepi32_storeu_epi16, __m256i, hv_i32x8, __mmask8, hv_i16,
    (short)HV_CLAMP(a[i], -32768, 32767))
HV_NARROWING_STORE(avx512f, _mm512, cvtsepi32_storeu_epi16, __m512i, hv_i32x16, __mmask16, hv_i16,
    (short)HV_CLAMP(a[i], -32768, 32767))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvtusepi32_epi16, __m128i, hv_u16x8, __m128i, hv_u32x4, __mmask8,
    (unsigned short)(a[i] > 65535U ? 65535U : a[i]))
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm256, cvtusepi32_epi16, __m128i, hv_u16x8, __m256i, hv_u32x8, __mmask8,
    (unsigned short)(a[i] > 65535U ? 65535U : a[i]))
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtusepi32_epi16, __m256i, hv_u16x16, __m512i, hv_u32x16, __mmask16,
    (unsigned short)(a[i] > 65535U ? 65535U : a[i]))
HV_NARROWING_STORE(avx512vl, _mm, cvtusepi32_storeu_epi16, __m128i, hv_u32x4, __mmask8, hv_i16,
    (unsigned short)(a[i] > 65535U ? 65535U : a[i]))
HV_NARROWING_STORE(avx512vl, _mm256, cvtusepi32_storeu_epi16, __m256i, hv_u32x8, __mmask8, hv_i16,
    (unsigned short)(a[i] > 65535U ? 65535U : a[i]))
HV_NARROWING_STORE(avx512f, _mm512, cvtusepi32_storeu_epi16, __m512i, hv_u32x16, __mmask16, hv_i16,
    (unsigned short)(a[i] > 65535U ? 65535U : a[i]))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvtepi32_epi8, __m128i, hv_u8x16, __m128i, hv_u32x4, __mmask8,
    (unsigned char)a[i])
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm256, cvtepi32_epi8, __m128i, hv_u8x16, __m256i, hv_u32x8, __mmask8,
    (unsigned char)a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepi32_epi8, __m128i, hv_u8x16, __m512i, hv_u32x16, __mmask16,
    (unsigned char)a[i])
HV_NARROWING_STORE(avx512vl, _mm, cvtepi32_storeu_epi8, __m128i, hv_u32x4, __mmask8, hv_i8,
    (unsigned char)a[i])
HV_NARROWING_STORE(avx512vl, _mm256, cvtepi32_storeu_epi8, __m256i, hv_u32x8, __mmask8, hv_i8,
    (unsigned char)a[i])
HV_NARROWING_STORE(avx512f, _mm512, cvtepi32_storeu_epi8, __m512i, hv_u32x16, __mmask16, hv_i8,
    (unsigned char)a[i])
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvtsepi32_epi8, __m128i, hv_i8x16, __m128i, hv_i32x4, __mmask8,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm256, cvtsepi32_epi8, __m128i, hv_i8x16, __m256i, hv_i32x8, __mmask8,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtsepi32_epi8, __m128i, hv_i8x16, __m512i, hv_i32x16, __mmask16,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_NARROWING_STORE(avx512vl, _mm, cvtsepi32_storeu_epi8, __m128i, hv_i32x4, __mmask8, hv_i8,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_NARROWING_STORE(avx512vl, _mm256, cvtsepi32_storeu_epi8, __m256i, hv_i32x8, __mmask8, hv_i8,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_NARROWING_STORE(avx512f, _mm512, cvtsepi32_storeu_epi8, __m512i, hv_i32x16, __mmask16, hv_i8,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvtusepi32_epi8, __m128i, hv_u8x16, __m128i, hv_u32x4, __mmask8,
    (unsigned char)(a[i] > 255U ? 255U : a[i]))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm256, cvtusepi32_epi8, __m128i, hv_u8x16, __m256i, hv_u32x8, __mmask8,
    (unsigned char)(a[i] > 255U ? 255U : a[i]))
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtusepi32_epi8, __m128i, hv_u8x16, __m512i, hv_u32x16, __mmask16,
    (unsigned char)(a[i] > 255U ? 255U : a[i]))
HV_NARROWING_STORE(avx512vl, _mm, cvtusepi32_storeu_epi8, __m128i, hv_u32x4, __mmask8, hv_i8,
    (unsigned char)(a[i] > 255U ? 255U : a[i]))
HV_NARROWING_STORE(avx512vl, _mm256, cvtusepi32_storeu_epi8, __m256i, hv_u32x8, __mmask8, hv_i8,
    (unsigned char)(a[i] > 255U ? 255U : a[i]))
HV_NARROWING_STORE(avx512f, _mm512, cvtusepi32_storeu_epi8, __m512i, hv_u32x16, __mmask16, hv_i8,
    (unsigned char)(a[i] > 255U ? 255U : a[i]))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvtepi64_epi32, __m128i, hv_u32x4, __m128i, hv_u64x2, __mmask8,
    (unsigned int)a[i])
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm256, cvtepi64_epi32, __m128i, hv_u32x4, __m256i, hv_u64x4, __mmask8,
    (unsigned int)a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepi64_epi32, __m256i, hv_u32x8, __m512i, hv_u64x8, __mmask8,
    (unsigned int)a[i])
HV_NARROWING_STORE(avx512vl, _mm, cvtepi64_storeu_epi32, __m128i, hv_u64x2, __mmask8, hv_i32,
    (unsigned int)a[i])
HV_NARROWING_STORE(avx512vl, _mm256, cvtepi64_storeu_epi32, __m256i, hv_u64x4, __mmask8, hv_i32,
    (unsigned int)a[i])
HV_NARROWING_STORE(avx512f, _mm512, cvtepi64_storeu_epi32, __m512i, hv_u64x8, __mmask8, hv_i32,
    (unsigned int)a[i])
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvtsepi64_epi32, __m128i, hv_i32x4, __m128i, hv_i64x2, __mmask8,
    (int)HV_CLAMP(a[i], (-2147483647LL - 1), 2147483647))
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm256, cvtsepi64_epi32, __m128i, hv_i32x4, __m256i, hv_i64x4, __mmask8,
    (int)HV_CLAMP(a[i], (-2147483647LL - 1), 2147483647))
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtsepi64_epi32, __m256i, hv_i32x8, __m512i, hv_i64x8, __mmask8,
    (int)HV_CLAMP(a[i], (-2147483647LL - 1), 2147483647))
HV_NARROWING_STORE(avx512vl, _mm, cvtsepi64_storeu_epi32, __m128i, hv_i64x2, __mmask8, hv_i32,
    (int)HV_CLAMP(a[i], (-2147483647LL - 1), 2147483647))
HV_NARROWING_STORE(avx512vl, _mm256, cvtsepi64_storeu_epi32, __m256i, hv_i64x4, __mmask8, hv_i32,
    (int)HV_CLAMP(a[i], (-2147483647LL - 1), 2147483647))
HV_NARROWING_STORE(avx512f, _mm512, cvtsepi64_storeu_epi32, __m512i, hv_i64x8, __mmask8, hv_i32,
    (int)HV_CLAMP(a[i], (-2147483647LL - 1), 2147483647))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvtusepi64_epi32, __m128i, hv_u32x4, __m128i, hv_u64x2, __mmask8,
    (unsigned int)(a[i] > 4294967295ULL ? 4294967295ULL : a[i]))
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm256, cvtusepi64_epi32, __m128i, hv_u32x4, __m256i, hv_u64x4, __mmask8,
    (unsigned int)(a[i] > 4294967295ULL ? 4294967295ULL : a[i]))
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtusepi64_epi32, __m256i, hv_u32x8, __m512i, hv_u64x8, __mmask8,
    (unsigned int)(a[i] > 4294967295ULL ? 4294967295ULL : a[i]))
HV_NARROWING_STORE(avx512vl, _mm, cvtusepi64_storeu_epi32, __m128i, hv_u64x2, __mmask8, hv_i32,
    (unsigned int)(a[i] > 4294967295ULL ? 4294967295ULL : a[i]))
HV_NARROWING_STORE(avx512vl, _mm256, cvtusepi64_storeu_epi32, __m256i, hv_u64x4, __mmask8, hv_i32,
    (unsigned int)(a[i] > 4294967295ULL ? 4294967295ULL : a[i]))
HV_NARROWING_STORE(avx512f, _mm512, cvtusepi64_storeu_epi32, __m512i, hv_u64x8, __mmask8, hv_i32,
    (unsigned int)(a[i] > 4294967295ULL ? 4294967295ULL : a[i]))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvtepi64_epi16, __m128i, hv_u16x8, __m128i, hv_u64x2, __mmask8,
    (unsigned short)a[i])
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm256, cvtepi64_epi16, __m128i, hv_u16x8, __m256i, hv_u64x4, __mmask8,
    (unsigned short)a[i])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtepi64_epi16, __m128i, hv_u16x8, __m512i, hv_u64x8, __mmask8,
    (unsigned short)a[i])
HV_NARROWING_STORE(avx512vl, _mm, cvtepi64_storeu_epi16, __m128i, hv_u64x2, __mmask8, hv_i16,
    (unsigned short)a[i])
HV_NARROWING_STORE(avx512vl, _mm256, cvtepi64_storeu_epi16, __m256i, hv_u64x4, __mmask8, hv_i16,
    (unsigned short)a[i])
HV_NARROWING_STORE(avx512f, _mm512, cvtepi64_storeu_epi16, __m512i, hv_u64x8, __mmask8, hv_i16,
    (unsigned short)a[i])
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvtsepi64_epi16, __m128i, hv_i16x8, __m128i, hv_i64x2, __mmask8,
    (short)HV_CLAMP(a[i], -32768, 32767))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm256, cvtsepi64_epi16, __m128i, hv_i16x8, __m256i, hv_i64x4, __mmask8,
    (short)HV_CLAMP(a[i], -32768, 32767))
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtsepi64_epi16, __m128i, hv_i16x8, __m512i, hv_i64x8, __mmask8,
    (short)HV_CLAMP(a[i], -32768, 32767))
HV_NARROWING_STORE(avx512vl, _mm, cvtsepi64_storeu_epi16, __m128i, hv_i64x2, __mmask8, hv_i16,
    (short)HV_CLAMP(a[i], -32768, 32767))
HV_NARROWING_STORE(avx512vl, _mm256, cvtsepi64_storeu_epi16, __m256i, hv_i64x4, __mmask8, hv_i16,
    (short)HV_CLAMP(a[i], -32768, 32767))
HV_NARROWING_STORE(avx512f, _mm512, cvtsepi64_storeu_epi16, __m512i, hv_i64x8, __mmask8, hv_i16,
    (short)HV_CLAMP(a[i], -32768, 32767))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvtusepi64_epi16, __m128i, hv_u16x8, __m128i, hv_u64x2, __mmask8,
    (unsigned short)(a[i] > 65535ULL ? 65535ULL : a[i]))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm256, cvtusepi64_epi16, __m128i, hv_u16x8, __m256i, hv_u64x4, __mmask8,
    (unsigned short)(a[i] > 65535ULL ? 65535ULL : a[i]))
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, cvtusepi64_epi16, __m128i, hv_u16x8, __m512i, hv_u64x8, __mmask8,
    (unsigned short)(a[i] > 65535ULL ? 65535ULL : a[i]))
HV_NARROWING_STORE(avx512vl, _mm, cvtusepi64_storeu_epi16, __m128i, hv_u64x2, __mmask8, hv_i16,
    (unsigned short)(a[i] > 65535ULL ? 65535ULL : a[i]))
HV_NARROWING_STORE(avx512vl, _mm256, cvtusepi64_storeu_epi16, __m256i, hv_u64x4, __mmask8, hv_i16,
    (unsigned short)(a[i] > 65535ULL ? 65535ULL : a[i]))
HV_NARROWING_STORE(avx512f, _mm512, cvtusepi64_storeu_epi16, __m512i, hv_u64x8, __mmask8, hv_i16,
    (unsigned short)(a[i] > 65535ULL ? 65535ULL : a[i]))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvtepi64_epi8, __m128i, hv_u8x16, __m128i, hv_u64x2, __mmask8,
    (unsigned char)a[i])
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm256, cvtepi64_epi8, __m128i, hv_u8x16, __m256i, hv_u64x4, __mmask8,
    (unsigned char)a[i])
HV_NARROWING_FORMS(avx512f, avx512f, _mm512, cvtepi64_epi8, __m128i, hv_u8x16, __m512i, hv_u64x8, __mmask8,
    (unsigned char)a[i])
HV_NARROWING_STORE(avx512vl, _mm, cvtepi64_storeu_epi8, __m128i, hv_u64x2, __mmask8, hv_i8,
    (unsigned char)a[i])
HV_NARROWING_STORE(avx512vl, _mm256, cvtepi64_storeu_epi8, __m256i, hv_u64x4, __mmask8, hv_i8,
    (unsigned char)a[i])
HV_NARROWING_STORE(avx512f, _mm512, cvtepi64_storeu_epi8, __m512i, hv_u64x8, __mmask8, hv_i8,
    (unsigned char)a[i])
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvtsepi64_epi8, __m128i, hv_i8x16, __m128i, hv_i64x2, __mmask8,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm256, cvtsepi64_epi8, __m128i, hv_i8x16, __m256i, hv_i64x4, __mmask8,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_NARROWING_FORMS(avx512f, avx512f, _mm512, cvtsepi64_epi8, __m128i, hv_i8x16, __m512i, hv_i64x8, __mmask8,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_NARROWING_STORE(avx512vl, _mm, cvtsepi64_storeu_epi8, __m128i, hv_i64x2, __mmask8, hv_i8,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_NARROWING_STORE(avx512vl, _mm256, cvtsepi64_storeu_epi8, __m256i, hv_i64x4, __mmask8, hv_i8,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_NARROWING_STORE(avx512f, _mm512, cvtsepi64_storeu_epi8, __m512i, hv_i64x8, __mmask8, hv_i8,
    (signed char)HV_CLAMP(a[i], -128, 127))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm, cvtusepi64_epi8, __m128i, hv_u8x16, __m128i, hv_u64x2, __mmask8,
    (unsigned char)(a[i] > 255ULL ? 255ULL : a[i]))
HV_NARROWING_FORMS(avx512vl, avx512vl, _mm256, cvtusepi64_epi8, __m128i, hv_u8x16, __m256i, hv_u64x4, __mmask8,
    (unsigned char)(a[i] > 255ULL ? 255ULL : a[i]))
HV_NARROWING_FORMS(avx512f, avx512f, _mm512, cvtusepi64_epi8, __m128i, hv_u8x16, __m512i, hv_u64x8, __mmask8,
    (unsigned char)(a[i] > 255ULL ? 255ULL : a[i]))
HV_NARROWING_STORE(avx512vl, _mm, cvtusepi64_storeu_epi8, __m128i, hv_u64x2, __mmask8, hv_i8,
    (unsigned char)(a[i] > 255ULL ? 255ULL : a[i]))
HV_NARROWING_STORE(avx512vl, _mm256, cvtusepi64_storeu_epi8, __m256i, hv_u64x4, __mmask8, hv_i8,
    (unsigned char)(a[i] > 255ULL ? 255ULL : a[i]))
HV_NARROWING_STORE(avx512f, _mm512, cvtusepi64_storeu_epi8, __m512i, hv_u64x8, __mmask8, hv_i8,
    (unsigned char)(a[i] > 255ULL ? 255ULL : a[i]))

HV_ISA(sse) float _mm_cvtss_f32(__m128 a) { return a[0]; }
HV_ISA(avx) float _mm256_cvtss_f32(__m256 a) { return a[0]; }
HV_ISA(avx512f) float _mm512_cvtss_f32(__m512 a) { return a[0]; }
HV_ISA(sse2) double _mm_cvtsd_f64(__m128d a) { return a[0]; }
HV_ISA(avx) double _mm256_cvtsd_f64(__m256d a) { return a[0]; }
HV_ISA(avx512f) double _mm512_cvtsd_f64(__m512d a) { return a[0]; }
HV_ISA(avx) int _mm256_cvtsi256_si32(__m256i a) { return ((hv_i32x8)a)[0]; }
HV_ISA(avx512f) int _mm512_cvtsi512_si32(__m512i a) { return ((hv_i32x16)a)[0]; }
HV_ISA(sse2) __m128d _mm_cvtss_sd(__m128d a, __m128 b) { a[0] = b[0]; return a; }
HV_ISA(sse2) __m128 _mm_cvtsd_ss(__m128 a, __m128d b) { a[0] = (float)b[0]; return a; }
HV_ISA(sse2) int _mm_cvtsi128_si32(__m128i a) { return ((hv_i32x4)a)[0]; }
HV_ISA(sse2) long long _mm_cvtsi128_si64(__m128i a) { return a[0]; }
HV_ISA(sse2) long long _mm_cvtsi128_si64x(__m128i a) { return a[0]; }
HV_ISA(sse2) __m128i _mm_cvtsi32_si128(int x) { return (__m128i)(hv_i32x4){x, 0, 0, 0}; }
HV_ISA(sse2) __m128i _mm_cvtsi64_si128(long long x) { return (__m128i){x, 0}; }
HV_ISA(sse2) __m128i _mm_cvtsi64x_si128(long long x) { return (__m128i){x, 0}; }
HV_ISA(sse) __m128 _mm_cvtsi32_ss(__m128 a, int x) { a[0] = (float)x; return a; }
HV_ISA(sse) __m128 _mm_cvt_si2ss(__m128 a, int x) { a[0] = (float)x; return a; }
HV_ISA(sse) __m128 _mm_cvtsi64_ss(__m128 a, long long x) { a[0] = (float)x; return a; }
HV_ISA(sse) __m128 _mm_cvtsi64x_ss(__m128 a, long long x) { a[0] = (float)x; return a; }
HV_ISA(sse2) __m128d _mm_cvtsi32_sd(__m128d a, int x) { a[0] = (double)x; return a; }
HV_ISA(sse2) __m128d _mm_cvtsi64_sd(__m128d a, long long x) { a[0] = (double)x; return a; }
HV_ISA(sse2) __m128d _mm_cvtsi64x_sd(__m128d a, long long x) { a[0] = (double)x; return a; }
HV_ISA(avx512f) __m128 _mm_cvti32_ss(__m128 a, int x) { a[0] = (float)x; return a; }
HV_ISA(avx512f) __m128 _mm_cvti64_ss(__m128 a, long long x) { a[0] = (float)x; return a; }
HV_ISA(avx512f) __m128d _mm_cvti32_sd(__m128d a, int x) { a[0] = (double)x; return a; }
HV_ISA(avx512f) __m128d _mm_cvti64_sd(__m128d a, long long x) { a[0] = (double)x; return a; }
HV_ISA(avx512f) __m128 _mm_cvtu32_ss(__m128 a, unsigned int x) { a[0] = (float)x; return a; }
HV_ISA(avx512f) __m128 _mm_cvtu64_ss(__m128 a, unsigned long long x) { a[0] = (float)x; return a; }
HV_ISA(avx512f) __m128d _mm_cvtu32_sd(__m128d a, unsigned int x) { a[0] = (double)x; return a; }
HV_ISA(avx512f) __m128d _mm_cvtu64_sd(__m128d a, unsigned long long x) { a[0] = (double)x; return a; }
HV_ISA(sse) int _mm_cvtss_si32(__m128 a) { return hv_to_i32(hv_round_even(a[0])); }
HV_ISA(sse) int _mm_cvttss_si32(__m128 a) { return hv_to_i32(a[0]); }
HV_ISA(avx512f) int _mm_cvtss_i32(__m128 a) { return hv_to_i32(hv_round_even(a[0])); }
HV_ISA(avx512f) int _mm_cvttss_i32(__m128 a) { return hv_to_i32(a[0]); }
HV_ISA(sse) long long _mm_cvtss_si64(__m128 a) { return hv_to_i64(hv_round_even(a[0])); }
HV_ISA(sse) long long _mm_cvttss_si64(__m128 a) { return hv_to_i64(a[0]); }
HV_ISA(sse) long long _mm_cvtss_si64x(__m128 a) { return hv_to_i64(hv_round_even(a[0])); }
HV_ISA(sse) long long _mm_cvttss_si64x(__m128 a) { return hv_to_i64(a[0]); }
HV_ISA(avx512f) long long _mm_cvtss_i64(__m128 a) { return hv_to_i64(hv_round_even(a[0])); }
HV_ISA(avx512f) long long _mm_cvttss_i64(__m128 a) { return hv_to_i64(a[0]); }
HV_ISA(avx512f) unsigned int _mm_cvtss_u32(__m128 a) { return hv_to_u32(hv_round_even(a[0])); }
HV_ISA(avx512f) unsigned int _mm_cvttss_u32(__m128 a) { return hv_to_u32(a[0]); }
HV_ISA(avx512f) unsigned long long _mm_cvtss_u64(__m128 a) { return hv_to_u64(hv_round_even(a[0])); }
HV_ISA(avx512f) unsigned long long _mm_cvttss_u64(__m128 a) { return hv_to_u64(a[0]); }
HV_ISA(sse2) int _mm_cvtsd_si32(__m128d a) { return hv_to_i32(hv_round_even(a[0])); }
HV_ISA(sse2) int _mm_cvttsd_si32(__m128d a) { return hv_to_i32(a[0]); }
HV_ISA(avx512f) int _mm_cvtsd_i32(__m128d a) { return hv_to_i32(hv_round_even(a[0])); }
HV_ISA(avx512f) int _mm_cvttsd_i32(__m128d a) { return hv_to_i32(a[0]); }
HV_ISA(sse2) long long _mm_cvtsd_si64(__m128d a) { return hv_to_i64(hv_round_even(a[0])); }
HV_ISA(sse2) long long _mm_cvttsd_si64(__m128d a) { return hv_to_i64(a[0]); }
HV_ISA(sse2) long long _mm_cvtsd_si64x(__m128d a) { return hv_to_i64(hv_round_even(a[0])); }
HV_ISA(sse2) long long _mm_cvttsd_si64x(__m128d a) { return hv_to_i64(a[0]); }
HV_ISA(avx512f) long long _mm_cvtsd_i64(__m128d a) { return hv_to_i64(hv_round_even(a[0])); }
HV_ISA(avx512f) long long _mm_cvttsd_i64(__m128d a) { return hv_to_i64(a[0]); }
HV_ISA(avx512f) unsigned int _mm_cvtsd_u32(__m128d a) { return hv_to_u32(hv_round_even(a[0])); }
HV_ISA(avx512f) unsigned int _mm_cvttsd_u32(__m128d a) { return hv_to_u32(a[0]); }
HV_ISA(avx512f) unsigned long long _mm_cvtsd_u64(__m128d a) { return hv_to_u64(hv_round_even(a[0])); }
HV_ISA(avx512f) unsigned long long _mm_cvttsd_u64(__m128d a) { return hv_to_u64(a[0]); }
HV_ISA(sse) int _mm_cvt_ss2si(__m128 a) { return _mm_cvtss_si32(a); }
HV_ISA(sse) int _mm_cvtt_ss2si(__m128 a) { return _mm_cvttss_si32(a); }

#endif
