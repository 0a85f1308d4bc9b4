/* Families: one line defines an operation at 128, 256 and 512 bits with all its masked forms.
   HV_WIDTHS_16(HV_BINARY_FORMS, sse2, avx2, add_epi16, u, a[i] + b[i]) makes _mm_add_epi16, _mm256_mask_add_epi16, ...
   The features are those of the narrower plain forms; 'view' is i, u or f: how the lanes are seen. */
#ifndef HV_WIDTHS_H
#define HV_WIDTHS_H

#include "hv_lanes.h"

#define HV_WIDTHS_8(shape, isa128, isa256, op, view, ...) \
    shape(isa128, avx512bw, _mm, op, __m128i, hv_##view##8x16, __mmask16, __VA_ARGS__) \
    shape(isa256, avx512bw, _mm256, op, __m256i, hv_##view##8x32, __mmask32, __VA_ARGS__) \
    shape(avx512bw, avx512bw, _mm512, op, __m512i, hv_##view##8x64, __mmask64, __VA_ARGS__)
#define HV_WIDTHS_16(shape, isa128, isa256, op, view, ...) \
    shape(isa128, avx512bw, _mm, op, __m128i, hv_##view##16x8, __mmask8, __VA_ARGS__) \
    shape(isa256, avx512bw, _mm256, op, __m256i, hv_##view##16x16, __mmask16, __VA_ARGS__) \
    shape(avx512bw, avx512bw, _mm512, op, __m512i, hv_##view##16x32, __mmask32, __VA_ARGS__)
#define HV_WIDTHS_32(shape, isa128, isa256, isa512, op, view, ...) \
    shape(isa128, avx512vl, _mm, op, __m128i, hv_##view##32x4, __mmask8, __VA_ARGS__) \
    shape(isa256, avx512vl, _mm256, op, __m256i, hv_##view##32x8, __mmask8, __VA_ARGS__) \
    shape(isa512, isa512, _mm512, op, __m512i, hv_##view##32x16, __mmask16, __VA_ARGS__)
#define HV_WIDTHS_64(shape, isa128, isa256, isa512, op, view, ...) \
    shape(isa128, avx512vl, _mm, op, __m128i, hv_##view##64x2, __mmask8, __VA_ARGS__) \
    shape(isa256, avx512vl, _mm256, op, __m256i, hv_##view##64x4, __mmask8, __VA_ARGS__) \
    shape(isa512, isa512, _mm512, op, __m512i, hv_##view##64x8, __mmask8, __VA_ARGS__)
#define HV_WIDTHS_PS(shape, isa128, isa256, isa512, op, view, ...) \
    shape(isa128, avx512vl, _mm, op, __m128, hv_##view##32x4, __mmask8, __VA_ARGS__) \
    shape(isa256, avx512vl, _mm256, op, __m256, hv_##view##32x8, __mmask8, __VA_ARGS__) \
    shape(isa512, isa512, _mm512, op, __m512, hv_##view##32x16, __mmask16, __VA_ARGS__)
#define HV_WIDTHS_PD(shape, isa128, isa256, isa512, op, view, ...) \
    shape(isa128, avx512vl, _mm, op, __m128d, hv_##view##64x2, __mmask8, __VA_ARGS__) \
    shape(isa256, avx512vl, _mm256, op, __m256d, hv_##view##64x4, __mmask8, __VA_ARGS__) \
    shape(isa512, isa512, _mm512, op, __m512d, hv_##view##64x8, __mmask8, __VA_ARGS__)

/* Operations without a 512-bit form, hence without masked ones; 'shape' is one of hv_lanes.h. */
#define HV_NARROW_8(shape, isa128, isa256, op, view, ...) \
    shape(isa128, _mm_##op, __m128i, hv_##view##8x16, __VA_ARGS__) \
    shape(isa256, _mm256_##op, __m256i, hv_##view##8x32, __VA_ARGS__)
#define HV_NARROW_16(shape, isa128, isa256, op, view, ...) \
    shape(isa128, _mm_##op, __m128i, hv_##view##16x8, __VA_ARGS__) \
    shape(isa256, _mm256_##op, __m256i, hv_##view##16x16, __VA_ARGS__)
#define HV_NARROW_32(shape, isa128, isa256, op, view, ...) \
    shape(isa128, _mm_##op, __m128i, hv_##view##32x4, __VA_ARGS__) \
    shape(isa256, _mm256_##op, __m256i, hv_##view##32x8, __VA_ARGS__)
#define HV_NARROW_64(shape, isa128, isa256, op, view, ...) \
    shape(isa128, _mm_##op, __m128i, hv_##view##64x2, __VA_ARGS__) \
    shape(isa256, _mm256_##op, __m256i, hv_##view##64x4, __VA_ARGS__)
#define HV_NARROW_PS(shape, isa128, isa256, op, ...) \
    shape(isa128, _mm_##op, __m128, hv_f32x4, __VA_ARGS__) \
    shape(isa256, _mm256_##op, __m256, hv_f32x8, __VA_ARGS__)
#define HV_NARROW_PD(shape, isa128, isa256, op, ...) \
    shape(isa128, _mm_##op, __m128d, hv_f64x2, __VA_ARGS__) \
    shape(isa256, _mm256_##op, __m256d, hv_f64x4, __VA_ARGS__)

/* The shapes of families: the plain form, then the masked ones. */
#define HV_UNARY_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, expression) \
    HV_UNARY_AS(isa, prefix##_##op, vector, lane, expression) \
    HV_MASKED_1(mask_isa, prefix, op, vector, lane, mask, vector)
#define HV_BINARY_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, expression) \
    HV_BINARY_AS(isa, prefix##_##op, vector, lane, expression) \
    HV_MASKED_2(mask_isa, prefix, op, vector, lane, mask, vector, vector)
#define HV_TERNARY_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, expression) \
    HV_TERNARY_AS(isa, prefix##_##op, vector, lane, expression) \
    HV_MASKED_3(mask_isa, prefix, op, vector, lane, mask)
#define HV_UNARY_IMMEDIATE_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, immediate, expression) \
    HV_UNARY_IMMEDIATE(isa, prefix##_##op, vector, lane, immediate, expression) \
    HV_MASKED_1_IMMEDIATE(mask_isa, prefix, op, vector, lane, mask, vector, immediate)
#define HV_BINARY_IMMEDIATE_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, immediate, expression) \
    HV_BINARY_IMMEDIATE(isa, prefix##_##op, vector, lane, immediate, expression) \
    HV_MASKED_2_IMMEDIATE(mask_isa, prefix, op, vector, lane, mask, vector, vector, immediate)

/* The masked forms alone: gcc 12 has no plain one at every width. */
#define HV_BINARY_MASKS(isa, mask_isa, prefix, op, vector, lane, mask, expression) \
    HV_ISA(mask_isa) vector prefix##_mask_##op(vector source, mask k, vector va, vector vb) \
    { lane a = (lane)va, b = (lane)vb, r = (lane)source; \
      HV_EACH(r, HV_BIT(k, i) ? (expression) : r[i]); return (vector)r; } \
    HV_ISA(mask_isa) vector prefix##_maskz_##op(mask k, vector va, vector vb) \
    { lane a = (lane)va, b = (lane)vb, r = {0}; \
      HV_EACH(r, HV_BIT(k, i) ? (expression) : 0); return (vector)r; }
/* A fused operation: a disabled lane keeps that of a (mask), of c (mask3), or is zero (maskz). */
#define HV_FUSED_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, expression) \
    HV_TERNARY_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, expression) \
    HV_ISA(mask_isa) vector prefix##_mask3_##op(vector a, vector b, vector c, mask k) \
    { return (vector)lane##_select(k, (lane)prefix##_##op(a, b, c), (lane)c); }

/* prefix_op_mask and prefix_mask_op_mask: one bit per enabled lane in which the expression holds. */
#define HV_TEST_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, expression) \
    HV_ISA(isa) mask prefix##_##op##_mask(vector va, vector vb) \
    { lane a = (lane)va, b = (lane)vb; mask bits = 0; \
      for (int i = 0; i < HV_LANES(a); i++) bits |= (mask)((unsigned long long)(mask)(expression) << i); \
      return bits; } \
    HV_ISA(isa) mask prefix##_mask_##op##_mask(mask k, vector a, vector b) \
    { return (mask)(k & prefix##_##op##_mask(a, b)); }
#define HV_TEST_IMMEDIATE_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, immediate, expression) \
    HV_ISA(isa) mask prefix##_##op##_mask(vector va, vector vb, const int immediate) \
    { lane a = (lane)va, b = (lane)vb; mask bits = 0; \
      for (int i = 0; i < HV_LANES(a); i++) bits |= (mask)((unsigned long long)(mask)(expression) << i); \
      return bits; } \
    HV_ISA(isa) mask prefix##_mask_##op##_mask(mask k, vector a, vector b, const int immediate) \
    { return (mask)(k & prefix##_##op##_mask(a, b, immediate)); }

#endif
