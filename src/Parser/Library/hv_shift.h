/* Shifts and rotations of integer lanes: a count of at least the lane's width shifts everything out. */
#ifndef HV_SHIFT_H
#define HV_SHIFT_H

#include "hv_integer.h"

/* By the immediate, by the low 64 bits of a vector, and lane by lane. */
#define HV_SHIFT_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, expression) \
    HV_ISA(isa) vector prefix##_##op(vector va, unsigned int imm8) \
    { lane a = (lane)va, r = {0}; HV_EACH(r, expression); return (vector)r; } \
    HV_MASKED_1_IMMEDIATE(mask_isa, prefix, op, vector, lane, mask, vector, imm8)
#define HV_SHIFT_BY_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, expression) \
    HV_ISA(isa) vector prefix##_##op(vector va, __m128i vb) \
    { lane a = (lane)va, r = {0}; unsigned long long n = (unsigned long long)vb[0]; \
      HV_EACH(r, expression); return (vector)r; } \
    HV_MASKED_2(mask_isa, prefix, op, vector, lane, mask, vector, __m128i)
HV_WIDTHS_16(HV_SHIFT_FORMS, sse2, avx2, slli_epi16, u, imm8 < 16 ? a[i] << imm8 : 0)
HV_WIDTHS_16(HV_SHIFT_BY_FORMS, sse2, avx2, sll_epi16, u, n < 16 ? a[i] << n : 0)
HV_WIDTHS_16(HV_BINARY_FORMS, avx512bw, avx512bw, sllv_epi16, u, b[i] < 16 ? a[i] << b[i] : 0)
HV_WIDTHS_16(HV_SHIFT_FORMS, sse2, avx2, srli_epi16, u, imm8 < 16 ? a[i] >> imm8 : 0)
HV_WIDTHS_16(HV_SHIFT_BY_FORMS, sse2, avx2, srl_epi16, u, n < 16 ? a[i] >> n : 0)
HV_WIDTHS_16(HV_BINARY_FORMS, avx512bw, avx512bw, srlv_epi16, u, b[i] < 16 ? a[i] >> b[i] : 0)
HV_WIDTHS_16(HV_SHIFT_FORMS, sse2, avx2, srai_epi16, i, a[i] >> (imm8 < 16 ? imm8 : 15))
HV_WIDTHS_16(HV_SHIFT_BY_FORMS, sse2, avx2, sra_epi16, i, a[i] >> (n < 16 ? n : 15))
HV_WIDTHS_16(HV_BINARY_FORMS, avx512bw, avx512bw, srav_epi16, i, a[i] >> ((unsigned short)b[i] < 16 ? b[i] : 15))
HV_WIDTHS_32(HV_SHIFT_FORMS, sse2, avx2, avx512f, slli_epi32, u, imm8 < 32 ? a[i] << imm8 : 0)
HV_WIDTHS_32(HV_SHIFT_BY_FORMS, sse2, avx2, avx512f, sll_epi32, u, n < 32 ? a[i] << n : 0)
HV_WIDTHS_32(HV_BINARY_FORMS, avx2, avx2, avx512f, sllv_epi32, u, b[i] < 32 ? a[i] << b[i] : 0)
HV_WIDTHS_32(HV_SHIFT_FORMS, sse2, avx2, avx512f, srli_epi32, u, imm8 < 32 ? a[i] >> imm8 : 0)
HV_WIDTHS_32(HV_SHIFT_BY_FORMS, sse2, avx2, avx512f, srl_epi32, u, n < 32 ? a[i] >> n : 0)
HV_WIDTHS_32(HV_BINARY_FORMS, avx2, avx2, avx512f, srlv_epi32, u, b[i] < 32 ? a[i] >> b[i] : 0)
HV_WIDTHS_32(HV_SHIFT_FORMS, sse2, avx2, avx512f, srai_epi32, i, a[i] >> (imm8 < 32 ? imm8 : 31))
HV_WIDTHS_32(HV_SHIFT_BY_FORMS, sse2, avx2, avx512f, sra_epi32, i, a[i] >> (n < 32 ? n : 31))
HV_WIDTHS_32(HV_BINARY_FORMS, avx2, avx2, avx512f, srav_epi32, i, a[i] >> ((unsigned int)b[i] < 32 ? b[i] : 31))
HV_WIDTHS_64(HV_SHIFT_FORMS, sse2, avx2, avx512f, slli_epi64, u, imm8 < 64 ? a[i] << imm8 : 0)
HV_WIDTHS_64(HV_SHIFT_BY_FORMS, sse2, avx2, avx512f, sll_epi64, u, n < 64 ? a[i] << n : 0)
HV_WIDTHS_64(HV_BINARY_FORMS, avx2, avx2, avx512f, sllv_epi64, u, b[i] < 64 ? a[i] << b[i] : 0)
HV_WIDTHS_64(HV_SHIFT_FORMS, sse2, avx2, avx512f, srli_epi64, u, imm8 < 64 ? a[i] >> imm8 : 0)
HV_WIDTHS_64(HV_SHIFT_BY_FORMS, sse2, avx2, avx512f, srl_epi64, u, n < 64 ? a[i] >> n : 0)
HV_WIDTHS_64(HV_BINARY_FORMS, avx2, avx2, avx512f, srlv_epi64, u, b[i] < 64 ? a[i] >> b[i] : 0)
HV_WIDTHS_64(HV_SHIFT_FORMS, avx512vl, avx512vl, avx512f, srai_epi64, i, a[i] >> (imm8 < 64 ? imm8 : 63))
HV_WIDTHS_64(HV_SHIFT_BY_FORMS, avx512vl, avx512vl, avx512f, sra_epi64, i, a[i] >> (n < 64 ? n : 63))
HV_WIDTHS_64(HV_BINARY_FORMS, avx512vl, avx512vl, avx512f, srav_epi64, i,
    a[i] >> ((unsigned long long)b[i] < 64 ? b[i] : 63))
HV_WIDTHS_32(HV_UNARY_IMMEDIATE_FORMS, avx512vl, avx512vl, avx512f, rol_epi32, u, imm8,
    a[i] << (imm8 & 31) | a[i] >> (-imm8 & 31))
HV_WIDTHS_32(HV_BINARY_FORMS, avx512vl, avx512vl, avx512f, rolv_epi32, u,
    a[i] << (b[i] & 31) | a[i] >> ((0U - b[i]) & 31))
HV_WIDTHS_32(HV_UNARY_IMMEDIATE_FORMS, avx512vl, avx512vl, avx512f, ror_epi32, u, imm8,
    a[i] >> (imm8 & 31) | a[i] << (-imm8 & 31))
HV_WIDTHS_32(HV_BINARY_FORMS, avx512vl, avx512vl, avx512f, rorv_epi32, u,
    a[i] >> (b[i] & 31) | a[i] << ((0U - b[i]) & 31))
HV_WIDTHS_64(HV_UNARY_IMMEDIATE_FORMS, avx512vl, avx512vl, avx512f, rol_epi64, u, imm8,
    a[i] << (imm8 & 63) | a[i] >> (-imm8 & 63))
HV_WIDTHS_64(HV_BINARY_FORMS, avx512vl, avx512vl, avx512f, rolv_epi64, u,
    a[i] << (b[i] & 63) | a[i] >> ((0U - b[i]) & 63))
HV_WIDTHS_64(HV_UNARY_IMMEDIATE_FORMS, avx512vl, avx512vl, avx512f, ror_epi64, u, imm8,
    a[i] >> (imm8 & 63) | a[i] << (-imm8 & 63))
HV_WIDTHS_64(HV_BINARY_FORMS, avx512vl, avx512vl, avx512f, rorv_epi64, u,
    a[i] >> (b[i] & 63) | a[i] << ((0U - b[i]) & 63))

/* Bytes of each 128-bit group. */
#define HV_BYTES_UP (imm8 < 16 && (i & 15) >= imm8 ? a[i - imm8] : 0)
#define HV_BYTES_DOWN (imm8 < 16 && (i & 15) + imm8 < 16 ? a[i + imm8] : 0)
HV_UNARY_IMMEDIATE(sse2, _mm_slli_si128, __m128i, hv_u8x16, imm8, HV_BYTES_UP)
HV_UNARY_IMMEDIATE(sse2, _mm_bslli_si128, __m128i, hv_u8x16, imm8, HV_BYTES_UP)
HV_UNARY_IMMEDIATE(avx2, _mm256_slli_si256, __m256i, hv_u8x32, imm8, HV_BYTES_UP)
HV_UNARY_IMMEDIATE(avx2, _mm256_bslli_epi128, __m256i, hv_u8x32, imm8, HV_BYTES_UP)
HV_UNARY_IMMEDIATE(avx512bw, _mm512_bslli_epi128, __m512i, hv_u8x64, imm8, HV_BYTES_UP)
HV_UNARY_IMMEDIATE(sse2, _mm_srli_si128, __m128i, hv_u8x16, imm8, HV_BYTES_DOWN)
HV_UNARY_IMMEDIATE(sse2, _mm_bsrli_si128, __m128i, hv_u8x16, imm8, HV_BYTES_DOWN)
HV_UNARY_IMMEDIATE(avx2, _mm256_srli_si256, __m256i, hv_u8x32, imm8, HV_BYTES_DOWN)
HV_UNARY_IMMEDIATE(avx2, _mm256_bsrli_epi128, __m256i, hv_u8x32, imm8, HV_BYTES_DOWN)
HV_UNARY_IMMEDIATE(avx512bw, _mm512_bsrli_epi128, __m512i, hv_u8x64, imm8, HV_BYTES_DOWN)

#endif
