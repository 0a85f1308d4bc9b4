/* Arithmetic, logic and comparison of floating-point vectors of every width. */
#ifndef HV_FLOAT_H
#define HV_FLOAT_H

#include "hv_numbers.h"
#include "hv_widths.h"

HV_WIDTHS_PS(HV_BINARY_FORMS, sse, avx, avx512f, add_ps, f, a[i] + b[i])
HV_WIDTHS_PD(HV_BINARY_FORMS, sse2, avx, avx512f, add_pd, f, a[i] + b[i])
HV_WIDTHS_PS(HV_BINARY_FORMS, sse, avx, avx512f, sub_ps, f, a[i] - b[i])
HV_WIDTHS_PD(HV_BINARY_FORMS, sse2, avx, avx512f, sub_pd, f, a[i] - b[i])
HV_WIDTHS_PS(HV_BINARY_FORMS, sse, avx, avx512f, mul_ps, f, a[i] * b[i])
HV_WIDTHS_PD(HV_BINARY_FORMS, sse2, avx, avx512f, mul_pd, f, a[i] * b[i])
HV_WIDTHS_PS(HV_BINARY_FORMS, sse, avx, avx512f, div_ps, f, a[i] / b[i])
HV_WIDTHS_PD(HV_BINARY_FORMS, sse2, avx, avx512f, div_pd, f, a[i] / b[i])
/* Of two zeros, and where an operand is NaN, the second operand is the result (Intel SDM 2, MINPS). */
HV_WIDTHS_PS(HV_BINARY_FORMS, sse, avx, avx512f, min_ps, f, a[i] < b[i] ? a[i] : b[i])
HV_WIDTHS_PD(HV_BINARY_FORMS, sse2, avx, avx512f, min_pd, f, a[i] < b[i] ? a[i] : b[i])
HV_WIDTHS_PS(HV_BINARY_FORMS, sse, avx, avx512f, max_ps, f, a[i] > b[i] ? a[i] : b[i])
HV_WIDTHS_PD(HV_BINARY_FORMS, sse2, avx, avx512f, max_pd, f, a[i] > b[i] ? a[i] : b[i])
HV_WIDTHS_PS(HV_UNARY_FORMS, sse, avx, avx512f, sqrt_ps, f, hv_sqrtf(a[i]))
HV_WIDTHS_PD(HV_UNARY_FORMS, sse2, avx, avx512f, sqrt_pd, f, hv_sqrt(a[i]))
HV_WIDTHS_PS(HV_BINARY_FORMS, sse, avx, avx512dq, and_ps, u, a[i] & b[i])
HV_WIDTHS_PD(HV_BINARY_FORMS, sse2, avx, avx512dq, and_pd, u, a[i] & b[i])
HV_WIDTHS_PS(HV_BINARY_FORMS, sse, avx, avx512dq, or_ps, u, a[i] | b[i])
HV_WIDTHS_PD(HV_BINARY_FORMS, sse2, avx, avx512dq, or_pd, u, a[i] | b[i])
HV_WIDTHS_PS(HV_BINARY_FORMS, sse, avx, avx512dq, xor_ps, u, a[i] ^ b[i])
HV_WIDTHS_PD(HV_BINARY_FORMS, sse2, avx, avx512dq, xor_pd, u, a[i] ^ b[i])
HV_WIDTHS_PS(HV_BINARY_FORMS, sse, avx, avx512dq, andnot_ps, u, ~a[i] & b[i])
HV_WIDTHS_PD(HV_BINARY_FORMS, sse2, avx, avx512dq, andnot_pd, u, ~a[i] & b[i])

HV_WIDTHS_PS(HV_FUSED_FORMS, fma, fma, avx512f, fmadd_ps, f, hv_fmaf(a[i], b[i], c[i]))
HV_WIDTHS_PD(HV_FUSED_FORMS, fma, fma, avx512f, fmadd_pd, f, hv_fma(a[i], b[i], c[i]))
HV_WIDTHS_PS(HV_FUSED_FORMS, fma, fma, avx512f, fmsub_ps, f, hv_fmaf(a[i], b[i], -c[i]))
HV_WIDTHS_PD(HV_FUSED_FORMS, fma, fma, avx512f, fmsub_pd, f, hv_fma(a[i], b[i], -c[i]))
HV_WIDTHS_PS(HV_FUSED_FORMS, fma, fma, avx512f, fnmadd_ps, f, hv_fmaf(-a[i], b[i], c[i]))
HV_WIDTHS_PD(HV_FUSED_FORMS, fma, fma, avx512f, fnmadd_pd, f, hv_fma(-a[i], b[i], c[i]))
HV_WIDTHS_PS(HV_FUSED_FORMS, fma, fma, avx512f, fnmsub_ps, f, hv_fmaf(-a[i], b[i], -c[i]))
HV_WIDTHS_PD(HV_FUSED_FORMS, fma, fma, avx512f, fnmsub_pd, f, hv_fma(-a[i], b[i], -c[i]))
HV_WIDTHS_PS(HV_FUSED_FORMS, fma, fma, avx512f, fmaddsub_ps, f, hv_fmaf(a[i], b[i], i & 1 ? c[i] : -c[i]))
HV_WIDTHS_PD(HV_FUSED_FORMS, fma, fma, avx512f, fmaddsub_pd, f, hv_fma(a[i], b[i], i & 1 ? c[i] : -c[i]))
HV_WIDTHS_PS(HV_FUSED_FORMS, fma, fma, avx512f, fmsubadd_ps, f, hv_fmaf(a[i], b[i], i & 1 ? -c[i] : c[i]))
HV_WIDTHS_PD(HV_FUSED_FORMS, fma, fma, avx512f, fmsubadd_pd, f, hv_fma(a[i], b[i], i & 1 ? -c[i] : c[i]))

/* Horizontal and alternating arithmetic (SSE3, AVX). */
#define HV_NEIGHBOURS(x, operator) (x[(i & ~3) + 2 * (i & 1)] operator x[(i & ~3) + 2 * (i & 1) + 1])
HV_NARROW_PS(HV_BINARY_AS, sse3, avx, hadd_ps, i & 2 ? HV_NEIGHBOURS(b, +) : HV_NEIGHBOURS(a, +))
HV_NARROW_PS(HV_BINARY_AS, sse3, avx, hsub_ps, i & 2 ? HV_NEIGHBOURS(b, -) : HV_NEIGHBOURS(a, -))
HV_NARROW_PS(HV_BINARY_AS, sse3, avx, addsub_ps, i & 1 ? a[i] + b[i] : a[i] - b[i])
HV_NARROW_PD(HV_BINARY_AS, sse3, avx, hadd_pd, i & 1 ? b[i - 1] + b[i] : a[i] + a[i + 1])
HV_NARROW_PD(HV_BINARY_AS, sse3, avx, hsub_pd, i & 1 ? b[i - 1] - b[i] : a[i] - a[i + 1])
HV_NARROW_PD(HV_BINARY_AS, sse3, avx, addsub_pd, i & 1 ? a[i] + b[i] : a[i] - b[i])

/* Products under the upper half of the immediate, added in pairs, stored under its lower half (Intel SDM 2, DPPS). */
#define HV_TERM(a, b, i, n) (HV_BIT(imm8, 4 + (n)) ? a[(i) + (n)] * b[(i) + (n)] : 0)
#define HV_DOT_4(a, b, i) ((HV_TERM(a, b, i, 0) + HV_TERM(a, b, i, 1)) + (HV_TERM(a, b, i, 2) + HV_TERM(a, b, i, 3)))
HV_NARROW_PS(HV_BINARY_IMMEDIATE, sse4_1, avx, dp_ps, imm8, HV_BIT(imm8, i & 3) ? HV_DOT_4(a, b, i & ~3) : 0)
HV_BINARY_IMMEDIATE(sse4_1, _mm_dp_pd, __m128d, hv_f64x2, imm8,
    HV_BIT(imm8, i) ? HV_TERM(a, b, 0, 0) + HV_TERM(a, b, 0, 1) : 0)

/* The absolute value is 512 bits only, and has no form that zeroes. */
#define HV_UNARY_WITH_MASK(op, vector, lane, view, mask, expression) \
    HV_UNARY_AS(avx512f, _mm512_##op, vector, lane, expression) \
    HV_ISA(avx512f) vector _mm512_mask_##op(vector source, mask k, vector a) \
    { return (vector)view##_select(k, (view)_mm512_##op(a), (view)source); }
HV_UNARY_WITH_MASK(abs_ps, __m512, hv_u32x16, hv_f32x16, __mmask16, a[i] & 0x7fffffffU)
HV_UNARY_WITH_MASK(abs_pd, __m512d, hv_u64x8, hv_f64x8, __mmask8, a[i] & 0x7fffffffffffffffULL)

/* Comparisons into lanes of all ones: the predicates by name, 128 bits only. */
#define HV_ALL_ONES(isa, name, vector, to, expression) \
    HV_ISA(isa) vector name(vector a, vector b) \
    { to r = {0}; HV_EACH(r, (expression) ? -1 : 0); return (vector)r; }
HV_ALL_ONES(sse, _mm_cmpeq_ps, __m128, hv_i32x4, a[i] == b[i])
HV_ALL_ONES(sse, _mm_cmplt_ps, __m128, hv_i32x4, a[i] < b[i])
HV_ALL_ONES(sse, _mm_cmple_ps, __m128, hv_i32x4, a[i] <= b[i])
HV_ALL_ONES(sse, _mm_cmpneq_ps, __m128, hv_i32x4, a[i] != b[i])
HV_ALL_ONES(sse, _mm_cmpnlt_ps, __m128, hv_i32x4, !(a[i] < b[i]))
HV_ALL_ONES(sse, _mm_cmpnle_ps, __m128, hv_i32x4, !(a[i] <= b[i]))
HV_ALL_ONES(sse, _mm_cmpgt_ps, __m128, hv_i32x4, a[i] > b[i])
HV_ALL_ONES(sse, _mm_cmpge_ps, __m128, hv_i32x4, a[i] >= b[i])
HV_ALL_ONES(sse, _mm_cmpngt_ps, __m128, hv_i32x4, !(a[i] > b[i]))
HV_ALL_ONES(sse, _mm_cmpnge_ps, __m128, hv_i32x4, !(a[i] >= b[i]))
HV_ALL_ONES(sse, _mm_cmpord_ps, __m128, hv_i32x4, a[i] == a[i] && b[i] == b[i])
HV_ALL_ONES(sse, _mm_cmpunord_ps, __m128, hv_i32x4, a[i] != a[i] || b[i] != b[i])
HV_ALL_ONES(sse2, _mm_cmpeq_pd, __m128d, hv_i64x2, a[i] == b[i])
HV_ALL_ONES(sse2, _mm_cmplt_pd, __m128d, hv_i64x2, a[i] < b[i])
HV_ALL_ONES(sse2, _mm_cmple_pd, __m128d, hv_i64x2, a[i] <= b[i])
HV_ALL_ONES(sse2, _mm_cmpneq_pd, __m128d, hv_i64x2, a[i] != b[i])
HV_ALL_ONES(sse2, _mm_cmpnlt_pd, __m128d, hv_i64x2, !(a[i] < b[i]))
HV_ALL_ONES(sse2, _mm_cmpnle_pd, __m128d, hv_i64x2, !(a[i] <= b[i]))
HV_ALL_ONES(sse2, _mm_cmpgt_pd, __m128d, hv_i64x2, a[i] > b[i])
HV_ALL_ONES(sse2, _mm_cmpge_pd, __m128d, hv_i64x2, a[i] >= b[i])
HV_ALL_ONES(sse2, _mm_cmpngt_pd, __m128d, hv_i64x2, !(a[i] > b[i]))
HV_ALL_ONES(sse2, _mm_cmpnge_pd, __m128d, hv_i64x2, !(a[i] >= b[i]))
HV_ALL_ONES(sse2, _mm_cmpord_pd, __m128d, hv_i64x2, a[i] == a[i] && b[i] == b[i])
HV_ALL_ONES(sse2, _mm_cmpunord_pd, __m128d, hv_i64x2, a[i] != a[i] || b[i] != b[i])

/* The predicate as an immediate, at every width, into lanes and into masks. */
#define HV_COMPARE_IMMEDIATE(isa, name, vector, to) \
    HV_ISA(isa) vector name(vector a, vector b, const int imm5) \
    { to r = {0}; HV_EACH(r, hv_compare(a[i], b[i], imm5) ? -1 : 0); return (vector)r; }
HV_COMPARE_IMMEDIATE(avx, _mm_cmp_ps, __m128, hv_i32x4)
HV_COMPARE_IMMEDIATE(avx, _mm256_cmp_ps, __m256, hv_i32x8)
HV_COMPARE_IMMEDIATE(avx, _mm_cmp_pd, __m128d, hv_i64x2)
HV_COMPARE_IMMEDIATE(avx, _mm256_cmp_pd, __m256d, hv_i64x4)
HV_WIDTHS_PS(HV_TEST_IMMEDIATE_FORMS, avx512vl, avx512vl, avx512f, cmp_ps, f, imm5, hv_compare(a[i], b[i], imm5))
HV_WIDTHS_PD(HV_TEST_IMMEDIATE_FORMS, avx512vl, avx512vl, avx512f, cmp_pd, f, imm5, hv_compare(a[i], b[i], imm5))
HV_TEST_FORMS(avx512f, avx512f, _mm512, cmpeq_ps, __m512, hv_f32x16, __mmask16, a[i] == b[i])
HV_TEST_FORMS(avx512f, avx512f, _mm512, cmplt_ps, __m512, hv_f32x16, __mmask16, a[i] < b[i])
HV_TEST_FORMS(avx512f, avx512f, _mm512, cmple_ps, __m512, hv_f32x16, __mmask16, a[i] <= b[i])
HV_TEST_FORMS(avx512f, avx512f, _mm512, cmpneq_ps, __m512, hv_f32x16, __mmask16, a[i] != b[i])
HV_TEST_FORMS(avx512f, avx512f, _mm512, cmpnlt_ps, __m512, hv_f32x16, __mmask16, !(a[i] < b[i]))
HV_TEST_FORMS(avx512f, avx512f, _mm512, cmpnle_ps, __m512, hv_f32x16, __mmask16, !(a[i] <= b[i]))
HV_TEST_FORMS(avx512f, avx512f, _mm512, cmpord_ps, __m512, hv_f32x16, __mmask16, a[i] == a[i] && b[i] == b[i])
HV_TEST_FORMS(avx512f, avx512f, _mm512, cmpunord_ps, __m512, hv_f32x16, __mmask16, a[i] != a[i] || b[i] != b[i])
HV_TEST_FORMS(avx512f, avx512f, _mm512, cmpeq_pd, __m512d, hv_f64x8, __mmask8, a[i] == b[i])
HV_TEST_FORMS(avx512f, avx512f, _mm512, cmplt_pd, __m512d, hv_f64x8, __mmask8, a[i] < b[i])
HV_TEST_FORMS(avx512f, avx512f, _mm512, cmple_pd, __m512d, hv_f64x8, __mmask8, a[i] <= b[i])
HV_TEST_FORMS(avx512f, avx512f, _mm512, cmpneq_pd, __m512d, hv_f64x8, __mmask8, a[i] != b[i])
HV_TEST_FORMS(avx512f, avx512f, _mm512, cmpnlt_pd, __m512d, hv_f64x8, __mmask8, !(a[i] < b[i]))
HV_TEST_FORMS(avx512f, avx512f, _mm512, cmpnle_pd, __m512d, hv_f64x8, __mmask8, !(a[i] <= b[i]))
HV_TEST_FORMS(avx512f, avx512f, _mm512, cmpord_pd, __m512d, hv_f64x8, __mmask8, a[i] == a[i] && b[i] == b[i])
HV_TEST_FORMS(avx512f, avx512f, _mm512, cmpunord_pd, __m512d, hv_f64x8, __mmask8, a[i] != a[i] || b[i] != b[i])

#define HV_SIGN_BITS(isa, name, vector, lane, shift) \
    HV_ISA(isa) int name(vector va) \
    { lane a = (lane)va; int bits = 0; \
      for (int i = 0; i < HV_LANES(a); i++) bits |= (int)((unsigned int)(a[i] >> (shift)) << i); \
      return bits; }
HV_SIGN_BITS(sse, _mm_movemask_ps, __m128, hv_u32x4, 31)
HV_SIGN_BITS(avx, _mm256_movemask_ps, __m256, hv_u32x8, 31)
HV_SIGN_BITS(sse2, _mm_movemask_pd, __m128d, hv_u64x2, 63)
HV_SIGN_BITS(avx, _mm256_movemask_pd, __m256d, hv_u64x4, 63)

/* testz: no sign bit is set in both; testc: none is set in b alone; testnzc: neither holds. */
#define HV_TEST_SIGNS(isa, prefix, suffix, vector, lane, shift) \
    HV_ISA(isa) int prefix##_testz_##suffix(vector va, vector vb) \
    { lane a = (lane)va, b = (lane)vb; int z = 1; \
      for (int i = 0; i < HV_LANES(a); i++) z = z && (a[i] & b[i]) >> (shift) == 0; \
      return z; } \
    HV_ISA(isa) int prefix##_testc_##suffix(vector va, vector vb) \
    { lane a = (lane)va, b = (lane)vb; int c = 1; \
      for (int i = 0; i < HV_LANES(a); i++) c = c && (~a[i] & b[i]) >> (shift) == 0; \
      return c; } \
    HV_ISA(isa) int prefix##_testnzc_##suffix(vector a, vector b) \
    { return !prefix##_testz_##suffix(a, b) && !prefix##_testc_##suffix(a, b); }
HV_TEST_SIGNS(avx, _mm, ps, __m128, hv_u32x4, 31)
HV_TEST_SIGNS(avx, _mm256, ps, __m256, hv_u32x8, 31)
HV_TEST_SIGNS(avx, _mm, pd, __m128d, hv_u64x2, 63)
HV_TEST_SIGNS(avx, _mm256, pd, __m256d, hv_u64x4, 63)
HV_TEST_SIGNS(sse4_1, _mm, si128, __m128i, hv_u64x2, 0)
HV_TEST_SIGNS(avx, _mm256, si256, __m256i, hv_u64x4, 0)

#define _CMP_EQ_OQ 0x00
#define _CMP_LT_OS 0x01
#define _CMP_LE_OS 0x02
#define _CMP_UNORD_Q 0x03
#define _CMP_NEQ_UQ 0x04
#define _CMP_NLT_US 0x05
#define _CMP_NLE_US 0x06
#define _CMP_ORD_Q 0x07
#define _CMP_EQ_UQ 0x08
#define _CMP_NGE_US 0x09
#define _CMP_NGT_US 0x0a
#define _CMP_FALSE_OQ 0x0b
#define _CMP_NEQ_OQ 0x0c
#define _CMP_GE_OS 0x0d
#define _CMP_GT_OS 0x0e
#define _CMP_TRUE_UQ 0x0f
#define _CMP_EQ_OS 0x10
#define _CMP_LT_OQ 0x11
#define _CMP_LE_OQ 0x12
#define _CMP_UNORD_S 0x13
#define _CMP_NEQ_US 0x14
#define _CMP_NLT_UQ 0x15
#define _CMP_NLE_UQ 0x16
#define _CMP_ORD_S 0x17
#define _CMP_EQ_US 0x18
#define _CMP_NGE_UQ 0x19
#define _CMP_NGT_UQ 0x1a
#define _CMP_FALSE_OS 0x1b
#define _CMP_NEQ_OS 0x1c
#define _CMP_GE_OQ 0x1d
#define _CMP_GT_OQ 0x1e
#define _CMP_TRUE_US 0x1f

#endif
