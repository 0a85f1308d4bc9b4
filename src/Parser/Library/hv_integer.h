/* Arithmetic, logic and comparison of integer vectors of every width and lane. */
#ifndef HV_INTEGER_H
#define HV_INTEGER_H

#include "hv_float_rounding.h"

HV_WIDTHS_8(HV_BINARY_FORMS, sse2, avx2, add_epi8, u, a[i] + b[i])
HV_WIDTHS_8(HV_BINARY_FORMS, sse2, avx2, sub_epi8, u, a[i] - b[i])
HV_WIDTHS_8(HV_BINARY_FORMS, sse2, avx2, adds_epi8, i, HV_CLAMP(a[i] + b[i], -128, 127))
HV_WIDTHS_8(HV_BINARY_FORMS, sse2, avx2, adds_epu8, u, HV_CLAMP(a[i] + b[i], 0, 255))
HV_WIDTHS_8(HV_BINARY_FORMS, sse2, avx2, subs_epi8, i, HV_CLAMP(a[i] - b[i], -128, 127))
HV_WIDTHS_8(HV_BINARY_FORMS, sse2, avx2, subs_epu8, u, HV_CLAMP(a[i] - b[i], 0, 255))
HV_WIDTHS_8(HV_BINARY_FORMS, sse4_1, avx2, min_epi8, i, a[i] < b[i] ? a[i] : b[i])
HV_WIDTHS_8(HV_BINARY_FORMS, sse2, avx2, min_epu8, u, a[i] < b[i] ? a[i] : b[i])
HV_WIDTHS_8(HV_BINARY_FORMS, sse4_1, avx2, max_epi8, i, a[i] > b[i] ? a[i] : b[i])
HV_WIDTHS_8(HV_BINARY_FORMS, sse2, avx2, max_epu8, u, a[i] > b[i] ? a[i] : b[i])
HV_WIDTHS_8(HV_BINARY_FORMS, sse2, avx2, avg_epu8, u, (a[i] + b[i] + 1) >> 1)
HV_WIDTHS_8(HV_UNARY_FORMS, ssse3, avx2, abs_epi8, u, a[i] >> 7 ? 0U - a[i] : a[i])
HV_WIDTHS_16(HV_BINARY_FORMS, sse2, avx2, add_epi16, u, a[i] + b[i])
HV_WIDTHS_16(HV_BINARY_FORMS, sse2, avx2, sub_epi16, u, a[i] - b[i])
HV_WIDTHS_16(HV_BINARY_FORMS, sse2, avx2, adds_epi16, i, HV_CLAMP(a[i] + b[i], -32768, 32767))
HV_WIDTHS_16(HV_BINARY_FORMS, sse2, avx2, adds_epu16, u, HV_CLAMP(a[i] + b[i], 0, 65535))
HV_WIDTHS_16(HV_BINARY_FORMS, sse2, avx2, subs_epi16, i, HV_CLAMP(a[i] - b[i], -32768, 32767))
HV_WIDTHS_16(HV_BINARY_FORMS, sse2, avx2, subs_epu16, u, HV_CLAMP(a[i] - b[i], 0, 65535))
HV_WIDTHS_16(HV_BINARY_FORMS, sse2, avx2, min_epi16, i, a[i] < b[i] ? a[i] : b[i])
HV_WIDTHS_16(HV_BINARY_FORMS, sse4_1, avx2, min_epu16, u, a[i] < b[i] ? a[i] : b[i])
HV_WIDTHS_16(HV_BINARY_FORMS, sse2, avx2, max_epi16, i, a[i] > b[i] ? a[i] : b[i])
HV_WIDTHS_16(HV_BINARY_FORMS, sse4_1, avx2, max_epu16, u, a[i] > b[i] ? a[i] : b[i])
HV_WIDTHS_16(HV_BINARY_FORMS, sse2, avx2, avg_epu16, u, (a[i] + b[i] + 1) >> 1)
HV_WIDTHS_16(HV_UNARY_FORMS, ssse3, avx2, abs_epi16, u, a[i] >> 15 ? 0U - a[i] : a[i])
HV_WIDTHS_16(HV_BINARY_FORMS, sse2, avx2, mullo_epi16, u, (unsigned int)a[i] * b[i])
HV_WIDTHS_16(HV_BINARY_FORMS, sse2, avx2, mulhi_epi16, i, a[i] * b[i] >> 16)
HV_WIDTHS_16(HV_BINARY_FORMS, sse2, avx2, mulhi_epu16, u, (unsigned int)a[i] * b[i] >> 16)
HV_WIDTHS_16(HV_BINARY_FORMS, ssse3, avx2, mulhrs_epi16, i, ((a[i] * b[i] >> 14) + 1) >> 1)
HV_WIDTHS_32(HV_BINARY_FORMS, sse2, avx2, avx512f, add_epi32, u, a[i] + b[i])
HV_WIDTHS_32(HV_BINARY_FORMS, sse2, avx2, avx512f, sub_epi32, u, a[i] - b[i])
HV_WIDTHS_32(HV_BINARY_FORMS, sse4_1, avx2, avx512f, mullo_epi32, u, a[i] * b[i])
HV_WIDTHS_32(HV_BINARY_FORMS, sse4_1, avx2, avx512f, min_epi32, i, a[i] < b[i] ? a[i] : b[i])
HV_WIDTHS_32(HV_BINARY_FORMS, sse4_1, avx2, avx512f, min_epu32, u, a[i] < b[i] ? a[i] : b[i])
HV_WIDTHS_32(HV_BINARY_FORMS, sse4_1, avx2, avx512f, max_epi32, i, a[i] > b[i] ? a[i] : b[i])
HV_WIDTHS_32(HV_BINARY_FORMS, sse4_1, avx2, avx512f, max_epu32, u, a[i] > b[i] ? a[i] : b[i])
HV_WIDTHS_32(HV_UNARY_FORMS, ssse3, avx2, avx512f, abs_epi32, u, a[i] >> 31 ? 0U - a[i] : a[i])
HV_WIDTHS_64(HV_BINARY_FORMS, sse2, avx2, avx512f, add_epi64, u, a[i] + b[i])
HV_WIDTHS_64(HV_BINARY_FORMS, sse2, avx2, avx512f, sub_epi64, u, a[i] - b[i])
HV_WIDTHS_64(HV_BINARY_FORMS, avx512dq, avx512dq, avx512dq, mullo_epi64, u, a[i] * b[i])
HV_WIDTHS_64(HV_BINARY_FORMS, avx512vl, avx512vl, avx512f, min_epi64, i, a[i] < b[i] ? a[i] : b[i])
HV_WIDTHS_64(HV_BINARY_FORMS, avx512vl, avx512vl, avx512f, min_epu64, u, a[i] < b[i] ? a[i] : b[i])
HV_WIDTHS_64(HV_BINARY_FORMS, avx512vl, avx512vl, avx512f, max_epi64, i, a[i] > b[i] ? a[i] : b[i])
HV_WIDTHS_64(HV_BINARY_FORMS, avx512vl, avx512vl, avx512f, max_epu64, u, a[i] > b[i] ? a[i] : b[i])
HV_WIDTHS_64(HV_UNARY_FORMS, avx512vl, avx512vl, avx512f, abs_epi64, u, a[i] >> 63 ? 0U - a[i] : a[i])
HV_WIDTHS_64(HV_BINARY_FORMS, sse2, avx2, avx512f, mul_epu32, u, (a[i] & 0xffffffffULL) * (b[i] & 0xffffffffULL))
HV_WIDTHS_64(HV_BINARY_FORMS, sse4_1, avx2, avx512f, mul_epi32, i, (long long)(int)a[i] * (int)b[i])
HV_BINARY_AS(avx512f, _mm512_mullox_epi64, __m512i, hv_u64x8, a[i] * b[i])
HV_ISA(avx512f) __m512i _mm512_mask_mullox_epi64(__m512i source, __mmask8 k, __m512i a, __m512i b)
{ return (__m512i)hv_u64x8_select(k, (hv_u64x8)_mm512_mullox_epi64(a, b), (hv_u64x8)source); }

HV_BINARY_AS(sse2, _mm_and_si128, __m128i, hv_u64x2, a[i] & b[i])
HV_BINARY_AS(avx2, _mm256_and_si256, __m256i, hv_u64x4, a[i] & b[i])
HV_BINARY_AS(avx512f, _mm512_and_si512, __m512i, hv_u64x8, a[i] & b[i])
HV_BINARY_AS(sse2, _mm_or_si128, __m128i, hv_u64x2, a[i] | b[i])
HV_BINARY_AS(avx2, _mm256_or_si256, __m256i, hv_u64x4, a[i] | b[i])
HV_BINARY_AS(avx512f, _mm512_or_si512, __m512i, hv_u64x8, a[i] | b[i])
HV_BINARY_AS(sse2, _mm_xor_si128, __m128i, hv_u64x2, a[i] ^ b[i])
HV_BINARY_AS(avx2, _mm256_xor_si256, __m256i, hv_u64x4, a[i] ^ b[i])
HV_BINARY_AS(avx512f, _mm512_xor_si512, __m512i, hv_u64x8, a[i] ^ b[i])
HV_BINARY_AS(sse2, _mm_andnot_si128, __m128i, hv_u64x2, ~a[i] & b[i])
HV_BINARY_AS(avx2, _mm256_andnot_si256, __m256i, hv_u64x4, ~a[i] & b[i])
HV_BINARY_AS(avx512f, _mm512_andnot_si512, __m512i, hv_u64x8, ~a[i] & b[i])
HV_BINARY_AS(avx512f, _mm512_and_epi32, __m512i, hv_u32x16, a[i] & b[i])
HV_WIDTHS_32(HV_BINARY_MASKS, avx512vl, avx512vl, avx512f, and_epi32, u, a[i] & b[i])
HV_BINARY_AS(avx512f, _mm512_and_epi64, __m512i, hv_u64x8, a[i] & b[i])
HV_WIDTHS_64(HV_BINARY_MASKS, avx512vl, avx512vl, avx512f, and_epi64, u, a[i] & b[i])
HV_WIDTHS_32(HV_BINARY_FORMS, avx512vl, avx512vl, avx512f, or_epi32, u, a[i] | b[i])
HV_WIDTHS_64(HV_BINARY_FORMS, avx512vl, avx512vl, avx512f, or_epi64, u, a[i] | b[i])
HV_WIDTHS_32(HV_BINARY_FORMS, avx512vl, avx512vl, avx512f, xor_epi32, u, a[i] ^ b[i])
HV_WIDTHS_64(HV_BINARY_FORMS, avx512vl, avx512vl, avx512f, xor_epi64, u, a[i] ^ b[i])
HV_BINARY_AS(avx512f, _mm512_andnot_epi32, __m512i, hv_u32x16, ~a[i] & b[i])
HV_WIDTHS_32(HV_BINARY_MASKS, avx512vl, avx512vl, avx512f, andnot_epi32, u, ~a[i] & b[i])
HV_BINARY_AS(avx512f, _mm512_andnot_epi64, __m512i, hv_u64x8, ~a[i] & b[i])
HV_WIDTHS_64(HV_BINARY_MASKS, avx512vl, avx512vl, avx512f, andnot_epi64, u, ~a[i] & b[i])
/* The three operands' bits together choose a bit of the immediate. */
#define HV_BITWISE(x, y, z, n) \
    (imm8 >> (n) & 1 ? ((n) & 4 ? (x) : ~(x)) & ((n) & 2 ? (y) : ~(y)) & ((n) & 1 ? (z) : ~(z)) : 0)
#define HV_CHOSEN(x, y, z) \
    (HV_BITWISE(x, y, z, 0) | HV_BITWISE(x, y, z, 1) | HV_BITWISE(x, y, z, 2) | HV_BITWISE(x, y, z, 3) \
        | HV_BITWISE(x, y, z, 4) | HV_BITWISE(x, y, z, 5) | HV_BITWISE(x, y, z, 6) | HV_BITWISE(x, y, z, 7))
#define HV_TERNARY_IMMEDIATE_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, expression) \
    HV_ISA(isa) vector prefix##_##op(vector va, vector vb, vector vc, int imm8) \
    { lane a = (lane)va, b = (lane)vb, c = (lane)vc, r = {0}; HV_EACH(r, expression); return (vector)r; } \
    HV_ISA(mask_isa) vector prefix##_mask_##op(vector a, mask k, vector b, vector c, int imm8) \
    { return (vector)lane##_select(k, (lane)prefix##_##op(a, b, c, imm8), (lane)a); } \
    HV_ISA(mask_isa) vector prefix##_maskz_##op(mask k, vector a, vector b, vector c, int imm8) \
    { return (vector)lane##_select(k, (lane)prefix##_##op(a, b, c, imm8), (lane){0}); }
HV_WIDTHS_32(HV_TERNARY_IMMEDIATE_FORMS, avx512vl, avx512vl, avx512f, ternarylogic_epi32, u, HV_CHOSEN(a[i], b[i],
    c[i]))
HV_WIDTHS_64(HV_TERNARY_IMMEDIATE_FORMS, avx512vl, avx512vl, avx512f, ternarylogic_epi64, u, HV_CHOSEN(a[i], b[i],
    c[i]))

/* Neighbouring lanes of a 128-bit group of n lanes: of a in its lower half, of b in its upper half. */
#define HV_FIRST_OF(n) ((i & -(n)) + 2 * (i & ((n) / 2 - 1)))
#define HV_PAIRED(n, x, operator) ((x)[HV_FIRST_OF(n)] operator (x)[HV_FIRST_OF(n) + 1])
#define HV_OPERANDS_PAIRED(n, operator) (i & (n) / 2 ? HV_PAIRED(n, b, operator) : HV_PAIRED(n, a, operator))
HV_NARROW_16(HV_BINARY_AS, ssse3, avx2, hadd_epi16, u, HV_OPERANDS_PAIRED(8, +))
HV_NARROW_16(HV_BINARY_AS, ssse3, avx2, hsub_epi16, u, HV_OPERANDS_PAIRED(8, -))
HV_NARROW_16(HV_BINARY_AS, ssse3, avx2, hadds_epi16, i, HV_CLAMP(HV_OPERANDS_PAIRED(8, +), -32768, 32767))
HV_NARROW_16(HV_BINARY_AS, ssse3, avx2, hsubs_epi16, i, HV_CLAMP(HV_OPERANDS_PAIRED(8, -), -32768, 32767))
HV_NARROW_32(HV_BINARY_AS, ssse3, avx2, hadd_epi32, u, HV_OPERANDS_PAIRED(4, +))
HV_NARROW_32(HV_BINARY_AS, ssse3, avx2, hsub_epi32, u, HV_OPERANDS_PAIRED(4, -))
/* The sign bits of b are read on the unsigned view, so that the smallest lane is its own negation. */
HV_NARROW_8(HV_BINARY_AS, ssse3, avx2, sign_epi8, u, b[i] == 0 ? 0 : b[i] >> 7 ? 0U - a[i] : a[i])
HV_NARROW_16(HV_BINARY_AS, ssse3, avx2, sign_epi16, u, b[i] == 0 ? 0 : b[i] >> 15 ? 0U - a[i] : a[i])
HV_NARROW_32(HV_BINARY_AS, ssse3, avx2, sign_epi32, u, b[i] == 0 ? 0 : b[i] >> 31 ? 0U - a[i] : a[i])

HV_NARROW_8(HV_BINARY_AS, sse2, avx2, cmpeq_epi8, i, a[i] == b[i] ? -1 : 0)
HV_NARROW_8(HV_BINARY_AS, sse2, avx2, cmpgt_epi8, i, a[i] > b[i] ? -1 : 0)
HV_NARROW_16(HV_BINARY_AS, sse2, avx2, cmpeq_epi16, i, a[i] == b[i] ? -1 : 0)
HV_NARROW_16(HV_BINARY_AS, sse2, avx2, cmpgt_epi16, i, a[i] > b[i] ? -1 : 0)
HV_NARROW_32(HV_BINARY_AS, sse2, avx2, cmpeq_epi32, i, a[i] == b[i] ? -1 : 0)
HV_NARROW_32(HV_BINARY_AS, sse2, avx2, cmpgt_epi32, i, a[i] > b[i] ? -1 : 0)
HV_NARROW_64(HV_BINARY_AS, sse4_1, avx2, cmpeq_epi64, i, a[i] == b[i] ? -1 : 0)
HV_NARROW_64(HV_BINARY_AS, sse4_2, avx2, cmpgt_epi64, i, a[i] > b[i] ? -1 : 0)
HV_BINARY_AS(sse2, _mm_cmplt_epi8, __m128i, hv_i8x16, a[i] < b[i] ? -1 : 0)
HV_BINARY_AS(sse2, _mm_cmplt_epi16, __m128i, hv_i16x8, a[i] < b[i] ? -1 : 0)
HV_BINARY_AS(sse2, _mm_cmplt_epi32, __m128i, hv_i32x4, a[i] < b[i] ? -1 : 0)

/* Comparisons into masks, by name and by immediate (Intel SDM 2, VPCMPD). */
#define HV_RELATION(x, y) \
    (imm3 == 0 ? (x) == (y) : imm3 == 1 ? (x) < (y) : imm3 == 2 ? (x) <= (y) : imm3 == 3 ? 0 \
        : imm3 == 4 ? (x) != (y) : imm3 == 5 ? (x) >= (y) : imm3 == 6 ? (x) > (y) : 1)
HV_WIDTHS_8(HV_TEST_FORMS, avx512bw, avx512bw, cmpeq_epi8, i, a[i] == b[i])
HV_WIDTHS_8(HV_TEST_FORMS, avx512bw, avx512bw, cmpneq_epi8, i, a[i] != b[i])
HV_WIDTHS_8(HV_TEST_FORMS, avx512bw, avx512bw, cmplt_epi8, i, a[i] < b[i])
HV_WIDTHS_8(HV_TEST_FORMS, avx512bw, avx512bw, cmple_epi8, i, a[i] <= b[i])
HV_WIDTHS_8(HV_TEST_FORMS, avx512bw, avx512bw, cmpgt_epi8, i, a[i] > b[i])
HV_WIDTHS_8(HV_TEST_FORMS, avx512bw, avx512bw, cmpge_epi8, i, a[i] >= b[i])
HV_WIDTHS_8(HV_TEST_IMMEDIATE_FORMS, avx512bw, avx512bw, cmp_epi8, i, imm3, HV_RELATION(a[i], b[i]))
HV_WIDTHS_8(HV_TEST_FORMS, avx512bw, avx512bw, cmpeq_epu8, u, a[i] == b[i])
HV_WIDTHS_8(HV_TEST_FORMS, avx512bw, avx512bw, cmpneq_epu8, u, a[i] != b[i])
HV_WIDTHS_8(HV_TEST_FORMS, avx512bw, avx512bw, cmplt_epu8, u, a[i] < b[i])
HV_WIDTHS_8(HV_TEST_FORMS, avx512bw, avx512bw, cmple_epu8, u, a[i] <= b[i])
HV_WIDTHS_8(HV_TEST_FORMS, avx512bw, avx512bw, cmpgt_epu8, u, a[i] > b[i])
HV_WIDTHS_8(HV_TEST_FORMS, avx512bw, avx512bw, cmpge_epu8, u, a[i] >= b[i])
HV_WIDTHS_8(HV_TEST_IMMEDIATE_FORMS, avx512bw, avx512bw, cmp_epu8, u, imm3, HV_RELATION(a[i], b[i]))
HV_WIDTHS_8(HV_TEST_FORMS, avx512bw, avx512bw, test_epi8, u, (a[i] & b[i]) != 0)
HV_WIDTHS_8(HV_TEST_FORMS, avx512bw, avx512bw, testn_epi8, u, (a[i] & b[i]) == 0)
HV_WIDTHS_16(HV_TEST_FORMS, avx512bw, avx512bw, cmpeq_epi16, i, a[i] == b[i])
HV_WIDTHS_16(HV_TEST_FORMS, avx512bw, avx512bw, cmpneq_epi16, i, a[i] != b[i])
HV_WIDTHS_16(HV_TEST_FORMS, avx512bw, avx512bw, cmplt_epi16, i, a[i] < b[i])
HV_WIDTHS_16(HV_TEST_FORMS, avx512bw, avx512bw, cmple_epi16, i, a[i] <= b[i])
HV_WIDTHS_16(HV_TEST_FORMS, avx512bw, avx512bw, cmpgt_epi16, i, a[i] > b[i])
HV_WIDTHS_16(HV_TEST_FORMS, avx512bw, avx512bw, cmpge_epi16, i, a[i] >= b[i])
HV_WIDTHS_16(HV_TEST_IMMEDIATE_FORMS, avx512bw, avx512bw, cmp_epi16, i, imm3, HV_RELATION(a[i], b[i]))
HV_WIDTHS_16(HV_TEST_FORMS, avx512bw, avx512bw, cmpeq_epu16, u, a[i] == b[i])
HV_WIDTHS_16(HV_TEST_FORMS, avx512bw, avx512bw, cmpneq_epu16, u, a[i] != b[i])
HV_WIDTHS_16(HV_TEST_FORMS, avx512bw, avx512bw, cmplt_epu16, u, a[i] < b[i])
HV_WIDTHS_16(HV_TEST_FORMS, avx512bw, avx512bw, cmple_epu16, u, a[i] <= b[i])
HV_WIDTHS_16(HV_TEST_FORMS, avx512bw, avx512bw, cmpgt_epu16, u, a[i] > b[i])
HV_WIDTHS_16(HV_TEST_FORMS, avx512bw, avx512bw, cmpge_epu16, u, a[i] >= b[i])
HV_WIDTHS_16(HV_TEST_IMMEDIATE_FORMS, avx512bw, avx512bw, cmp_epu16, u, imm3, HV_RELATION(a[i], b[i]))
HV_WIDTHS_16(HV_TEST_FORMS, avx512bw, avx512bw, test_epi16, u, (a[i] & b[i]) != 0)
HV_WIDTHS_16(HV_TEST_FORMS, avx512bw, avx512bw, testn_epi16, u, (a[i] & b[i]) == 0)
HV_WIDTHS_32(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmpeq_epi32, i, a[i] == b[i])
HV_WIDTHS_32(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmpneq_epi32, i, a[i] != b[i])
HV_WIDTHS_32(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmplt_epi32, i, a[i] < b[i])
HV_WIDTHS_32(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmple_epi32, i, a[i] <= b[i])
HV_WIDTHS_32(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmpgt_epi32, i, a[i] > b[i])
HV_WIDTHS_32(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmpge_epi32, i, a[i] >= b[i])
HV_WIDTHS_32(HV_TEST_IMMEDIATE_FORMS, avx512vl, avx512vl, avx512f, cmp_epi32, i, imm3, HV_RELATION(a[i], b[i]))
HV_WIDTHS_32(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmpeq_epu32, u, a[i] == b[i])
HV_WIDTHS_32(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmpneq_epu32, u, a[i] != b[i])
HV_WIDTHS_32(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmplt_epu32, u, a[i] < b[i])
HV_WIDTHS_32(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmple_epu32, u, a[i] <= b[i])
HV_WIDTHS_32(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmpgt_epu32, u, a[i] > b[i])
HV_WIDTHS_32(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmpge_epu32, u, a[i] >= b[i])
HV_WIDTHS_32(HV_TEST_IMMEDIATE_FORMS, avx512vl, avx512vl, avx512f, cmp_epu32, u, imm3, HV_RELATION(a[i], b[i]))
HV_WIDTHS_32(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, test_epi32, u, (a[i] & b[i]) != 0)
HV_WIDTHS_32(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, testn_epi32, u, (a[i] & b[i]) == 0)
HV_WIDTHS_64(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmpeq_epi64, i, a[i] == b[i])
HV_WIDTHS_64(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmpneq_epi64, i, a[i] != b[i])
HV_WIDTHS_64(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmplt_epi64, i, a[i] < b[i])
HV_WIDTHS_64(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmple_epi64, i, a[i] <= b[i])
HV_WIDTHS_64(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmpgt_epi64, i, a[i] > b[i])
HV_WIDTHS_64(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmpge_epi64, i, a[i] >= b[i])
HV_WIDTHS_64(HV_TEST_IMMEDIATE_FORMS, avx512vl, avx512vl, avx512f, cmp_epi64, i, imm3, HV_RELATION(a[i], b[i]))
HV_WIDTHS_64(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmpeq_epu64, u, a[i] == b[i])
HV_WIDTHS_64(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmpneq_epu64, u, a[i] != b[i])
HV_WIDTHS_64(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmplt_epu64, u, a[i] < b[i])
HV_WIDTHS_64(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmple_epu64, u, a[i] <= b[i])
HV_WIDTHS_64(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmpgt_epu64, u, a[i] > b[i])
HV_WIDTHS_64(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, cmpge_epu64, u, a[i] >= b[i])
HV_WIDTHS_64(HV_TEST_IMMEDIATE_FORMS, avx512vl, avx512vl, avx512f, cmp_epu64, u, imm3, HV_RELATION(a[i], b[i]))
HV_WIDTHS_64(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, test_epi64, u, (a[i] & b[i]) != 0)
HV_WIDTHS_64(HV_TEST_FORMS, avx512vl, avx512vl, avx512f, testn_epi64, u, (a[i] & b[i]) == 0)

HV_SIGN_BITS(sse2, _mm_movemask_epi8, __m128i, hv_u8x16, 7)
HV_ISA(avx2) int _mm256_movemask_epi8(__m256i va)
{
    hv_u8x32 a = (hv_u8x32)va;
    unsigned int bits = 0;
    for (int i = 0; i < 32; i++) bits |= (unsigned int)(a[i] >> 7) << i;
    return (int)bits;
}
HV_ISA(sse4_1) int _mm_test_all_zeros(__m128i a, __m128i b) { return _mm_testz_si128(a, b); }
HV_ISA(sse4_1) int _mm_test_mix_ones_zeros(__m128i a, __m128i b) { return _mm_testnzc_si128(a, b); }
HV_ISA(sse4_1) int _mm_test_all_ones(__m128i a) { return a[0] == -1 && a[1] == -1; }

#endif
