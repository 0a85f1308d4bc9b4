/* Rearranging lanes: unpack, shuffle, permute, align, blend, broadcast, extract, insert, compress, expand, pack. */
#ifndef HV_SHUFFLE_H
#define HV_SHUFFLE_H

#include "hv_shift.h"

HV_WIDTHS_8(HV_BINARY_FORMS, sse2, avx2, unpacklo_epi8, u, i & 1 ? HV_OF_HALF(b, 16, 0) : HV_OF_HALF(a, 16, 0))
HV_WIDTHS_16(HV_BINARY_FORMS, sse2, avx2, unpacklo_epi16, u, i & 1 ? HV_OF_HALF(b, 8, 0) : HV_OF_HALF(a, 8, 0))
HV_WIDTHS_32(HV_BINARY_FORMS, sse2, avx2, avx512f, unpacklo_epi32, u, i & 1 ? HV_OF_HALF(b, 4, 0) : HV_OF_HALF(a, 4, 0))
HV_WIDTHS_64(HV_BINARY_FORMS, sse2, avx2, avx512f, unpacklo_epi64, u, i & 1 ? HV_OF_HALF(b, 2, 0) : HV_OF_HALF(a, 2, 0))
HV_WIDTHS_PS(HV_BINARY_FORMS, sse, avx, avx512f, unpacklo_ps, f, i & 1 ? HV_OF_HALF(b, 4, 0) : HV_OF_HALF(a, 4, 0))
HV_WIDTHS_PD(HV_BINARY_FORMS, sse2, avx, avx512f, unpacklo_pd, f, i & 1 ? HV_OF_HALF(b, 2, 0) : HV_OF_HALF(a, 2, 0))
HV_WIDTHS_8(HV_BINARY_FORMS, sse2, avx2, unpackhi_epi8, u, i & 1 ? HV_OF_HALF(b, 16, 1) : HV_OF_HALF(a, 16, 1))
HV_WIDTHS_16(HV_BINARY_FORMS, sse2, avx2, unpackhi_epi16, u, i & 1 ? HV_OF_HALF(b, 8, 1) : HV_OF_HALF(a, 8, 1))
HV_WIDTHS_32(HV_BINARY_FORMS, sse2, avx2, avx512f, unpackhi_epi32, u, i & 1 ? HV_OF_HALF(b, 4, 1) : HV_OF_HALF(a, 4, 1))
HV_WIDTHS_64(HV_BINARY_FORMS, sse2, avx2, avx512f, unpackhi_epi64, u, i & 1 ? HV_OF_HALF(b, 2, 1) : HV_OF_HALF(a, 2, 1))
HV_WIDTHS_PS(HV_BINARY_FORMS, sse, avx, avx512f, unpackhi_ps, f, i & 1 ? HV_OF_HALF(b, 4, 1) : HV_OF_HALF(a, 4, 1))
HV_WIDTHS_PD(HV_BINARY_FORMS, sse2, avx, avx512f, unpackhi_pd, f, i & 1 ? HV_OF_HALF(b, 2, 1) : HV_OF_HALF(a, 2, 1))

HV_WIDTHS_8(HV_BINARY_FORMS, ssse3, avx2, shuffle_epi8, u, b[i] & 0x80 ? 0 : a[(i & ~15) + (b[i] & 15)])
HV_WIDTHS_16(HV_UNARY_IMMEDIATE_FORMS, sse2, avx2, shufflelo_epi16, u, imm8, i & 4 ? a[i] : HV_OF_FOUR(a, imm8))
HV_WIDTHS_16(HV_UNARY_IMMEDIATE_FORMS, sse2, avx2, shufflehi_epi16, u, imm8, i & 4 ? HV_OF_FOUR(a, imm8) : a[i])
HV_WIDTHS_32(HV_UNARY_IMMEDIATE_FORMS, sse2, avx2, avx512f, shuffle_epi32, u, imm8, HV_OF_FOUR(a, imm8))
HV_WIDTHS_PS(HV_UNARY_IMMEDIATE_FORMS, avx, avx, avx512f, permute_ps, f, imm8, HV_OF_FOUR(a, imm8))
HV_WIDTHS_PS(HV_BINARY_IMMEDIATE_FORMS, sse, avx, avx512f, shuffle_ps, f, imm8,
    i & 2 ? HV_OF_FOUR(b, imm8) : HV_OF_FOUR(a, imm8))
HV_BINARY_IMMEDIATE_FORMS(sse2, avx512vl, _mm, shuffle_pd, __m128d, hv_f64x2, __mmask8, imm2,
    i & 1 ? HV_OF_PAIR(b, imm2) : HV_OF_PAIR(a, imm2))
HV_UNARY_IMMEDIATE_FORMS(avx, avx512vl, _mm, permute_pd, __m128d, hv_f64x2, __mmask8, imm2, HV_OF_PAIR(a, imm2))
HV_BINARY_IMMEDIATE_FORMS(avx, avx512vl, _mm256, shuffle_pd, __m256d, hv_f64x4, __mmask8, imm4,
    i & 1 ? HV_OF_PAIR(b, imm4) : HV_OF_PAIR(a, imm4))
HV_UNARY_IMMEDIATE_FORMS(avx, avx512vl, _mm256, permute_pd, __m256d, hv_f64x4, __mmask8, imm4, HV_OF_PAIR(a, imm4))
HV_BINARY_IMMEDIATE_FORMS(avx512f, avx512f, _mm512, shuffle_pd, __m512d, hv_f64x8, __mmask8, imm8,
    i & 1 ? HV_OF_PAIR(b, imm8) : HV_OF_PAIR(a, imm8))
HV_UNARY_IMMEDIATE_FORMS(avx512f, avx512f, _mm512, permute_pd, __m512d, hv_f64x8, __mmask8, imm8, HV_OF_PAIR(a, imm8))

HV_BINARY(sse, _mm_movehl_ps, __m128, i < 2 ? b[i + 2] : a[i])
HV_BINARY(sse, _mm_movelh_ps, __m128, i < 2 ? a[i] : b[i - 2])
HV_WIDTHS_PD(HV_UNARY_FORMS, sse3, avx, avx512f, movedup_pd, f, a[i & ~1])
HV_WIDTHS_PS(HV_UNARY_FORMS, sse3, avx, avx512f, movehdup_ps, f, a[i | 1])
HV_WIDTHS_PS(HV_UNARY_FORMS, sse3, avx, avx512f, moveldup_ps, f, a[i & ~1])

/* By a vector of indices: within the 128-bit group, across the whole vector, across two. */
#define HV_INDEXED_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, index_vector, index_lane, expression) \
    HV_INDEXED(isa, prefix##_##op, vector, lane, index_vector, index_lane, expression) \
    HV_MASKED_2(mask_isa, prefix, op, vector, lane, mask, vector, index_vector)
HV_INDEXED_FORMS(avx, avx512vl, _mm, permutevar_ps, __m128, hv_f32x4, __mmask8, __m128i, hv_i32x4,
    a[(i & ~3) + (b[i] & 3)])
HV_INDEXED_FORMS(avx, avx512vl, _mm, permutevar_pd, __m128d, hv_f64x2, __mmask8, __m128i, hv_i64x2,
    a[(i & ~1) + (b[i] >> 1 & 1)])
HV_INDEXED_FORMS(avx, avx512vl, _mm256, permutevar_ps, __m256, hv_f32x8, __mmask8, __m256i, hv_i32x8,
    a[(i & ~3) + (b[i] & 3)])
HV_INDEXED_FORMS(avx, avx512vl, _mm256, permutevar_pd, __m256d, hv_f64x4, __mmask8, __m256i, hv_i64x4,
    a[(i & ~1) + (b[i] >> 1 & 1)])
HV_INDEXED_FORMS(avx512f, avx512f, _mm512, permutevar_ps, __m512, hv_f32x16, __mmask16, __m512i, hv_i32x16,
    a[(i & ~3) + (b[i] & 3)])
HV_INDEXED_FORMS(avx512f, avx512f, _mm512, permutevar_pd, __m512d, hv_f64x8, __mmask8, __m512i, hv_i64x8,
    a[(i & ~1) + (b[i] >> 1 & 1)])
#define HV_PERMUTE(isa, prefix, suffix, vector, lane, mask, index_vector, index_lane) \
    HV_ISA(isa) vector prefix##_permutexvar_##suffix(index_vector vb, vector va) \
    { lane a = (lane)va, r = {0}; index_lane b = (index_lane)vb; \
      HV_EACH(r, a[b[i] & (HV_LANES(r) - 1)]); return (vector)r; } \
    HV_MASKED_2(isa, prefix, permutexvar_##suffix, vector, lane, mask, index_vector, vector)
#define HV_PERMUTE_TWO(isa, prefix, suffix, vector, lane, mask, index_vector, index_lane) \
    HV_ISA(isa) vector prefix##_permutex2var_##suffix(vector va, index_vector vb, vector vc) \
    { lane a = (lane)va, c = (lane)vc, r = {0}; index_lane b = (index_lane)vb; \
      HV_EACH(r, b[i] & HV_LANES(r) ? c[b[i] & (HV_LANES(r) - 1)] : a[b[i] & (HV_LANES(r) - 1)]); \
      return (vector)r; } \
    HV_ISA(isa) vector prefix##_mask_permutex2var_##suffix(vector a, mask k, index_vector b, vector c) \
    { return (vector)lane##_select(k, (lane)prefix##_permutex2var_##suffix(a, b, c), (lane)a); } \
    HV_ISA(isa) vector prefix##_mask2_permutex2var_##suffix(vector a, index_vector b, mask k, vector c) \
    { return (vector)lane##_select(k, (lane)prefix##_permutex2var_##suffix(a, b, c), (lane)b); } \
    HV_ISA(isa) vector prefix##_maskz_permutex2var_##suffix(mask k, vector a, index_vector b, vector c) \
    { return (vector)lane##_select(k, (lane)prefix##_permutex2var_##suffix(a, b, c), (lane){0}); }
HV_PERMUTE(avx512vbmi, _mm, epi8, __m128i, hv_u8x16, __mmask16, __m128i, hv_u8x16)
HV_PERMUTE_TWO(avx512vbmi, _mm, epi8, __m128i, hv_u8x16, __mmask16, __m128i, hv_u8x16)
HV_PERMUTE(avx512vbmi, _mm256, epi8, __m256i, hv_u8x32, __mmask32, __m256i, hv_u8x32)
HV_PERMUTE_TWO(avx512vbmi, _mm256, epi8, __m256i, hv_u8x32, __mmask32, __m256i, hv_u8x32)
HV_PERMUTE(avx512vbmi, _mm512, epi8, __m512i, hv_u8x64, __mmask64, __m512i, hv_u8x64)
HV_PERMUTE_TWO(avx512vbmi, _mm512, epi8, __m512i, hv_u8x64, __mmask64, __m512i, hv_u8x64)
HV_PERMUTE(avx512bw, _mm, epi16, __m128i, hv_u16x8, __mmask8, __m128i, hv_u16x8)
HV_PERMUTE_TWO(avx512bw, _mm, epi16, __m128i, hv_u16x8, __mmask8, __m128i, hv_u16x8)
HV_PERMUTE(avx512bw, _mm256, epi16, __m256i, hv_u16x16, __mmask16, __m256i, hv_u16x16)
HV_PERMUTE_TWO(avx512bw, _mm256, epi16, __m256i, hv_u16x16, __mmask16, __m256i, hv_u16x16)
HV_PERMUTE(avx512bw, _mm512, epi16, __m512i, hv_u16x32, __mmask32, __m512i, hv_u16x32)
HV_PERMUTE_TWO(avx512bw, _mm512, epi16, __m512i, hv_u16x32, __mmask32, __m512i, hv_u16x32)
HV_PERMUTE_TWO(avx512vl, _mm, epi32, __m128i, hv_u32x4, __mmask8, __m128i, hv_u32x4)
HV_PERMUTE(avx512vl, _mm256, epi32, __m256i, hv_u32x8, __mmask8, __m256i, hv_u32x8)
HV_PERMUTE_TWO(avx512vl, _mm256, epi32, __m256i, hv_u32x8, __mmask8, __m256i, hv_u32x8)
HV_PERMUTE(avx512f, _mm512, epi32, __m512i, hv_u32x16, __mmask16, __m512i, hv_u32x16)
HV_PERMUTE_TWO(avx512f, _mm512, epi32, __m512i, hv_u32x16, __mmask16, __m512i, hv_u32x16)
HV_PERMUTE_TWO(avx512vl, _mm, epi64, __m128i, hv_u64x2, __mmask8, __m128i, hv_u64x2)
HV_PERMUTE(avx512vl, _mm256, epi64, __m256i, hv_u64x4, __mmask8, __m256i, hv_u64x4)
HV_PERMUTE_TWO(avx512vl, _mm256, epi64, __m256i, hv_u64x4, __mmask8, __m256i, hv_u64x4)
HV_PERMUTE(avx512f, _mm512, epi64, __m512i, hv_u64x8, __mmask8, __m512i, hv_u64x8)
HV_PERMUTE_TWO(avx512f, _mm512, epi64, __m512i, hv_u64x8, __mmask8, __m512i, hv_u64x8)
HV_PERMUTE_TWO(avx512vl, _mm, ps, __m128, hv_f32x4, __mmask8, __m128i, hv_u32x4)
HV_PERMUTE(avx512vl, _mm256, ps, __m256, hv_f32x8, __mmask8, __m256i, hv_u32x8)
HV_PERMUTE_TWO(avx512vl, _mm256, ps, __m256, hv_f32x8, __mmask8, __m256i, hv_u32x8)
HV_PERMUTE(avx512f, _mm512, ps, __m512, hv_f32x16, __mmask16, __m512i, hv_u32x16)
HV_PERMUTE_TWO(avx512f, _mm512, ps, __m512, hv_f32x16, __mmask16, __m512i, hv_u32x16)
HV_PERMUTE_TWO(avx512vl, _mm, pd, __m128d, hv_f64x2, __mmask8, __m128i, hv_u64x2)
HV_PERMUTE(avx512vl, _mm256, pd, __m256d, hv_f64x4, __mmask8, __m256i, hv_u64x4)
HV_PERMUTE_TWO(avx512vl, _mm256, pd, __m256d, hv_f64x4, __mmask8, __m256i, hv_u64x4)
HV_PERMUTE(avx512f, _mm512, pd, __m512d, hv_f64x8, __mmask8, __m512i, hv_u64x8)
HV_PERMUTE_TWO(avx512f, _mm512, pd, __m512d, hv_f64x8, __mmask8, __m512i, hv_u64x8)
HV_INDEXED(avx2, _mm256_permutevar8x32_ps, __m256, hv_f32x8, __m256i, hv_u32x8, a[b[i] & 7])
HV_INDEXED(avx2, _mm256_permutevar8x32_epi32, __m256i, hv_u32x8, __m256i, hv_u32x8, a[b[i] & 7])
HV_UNARY_IMMEDIATE(avx2, _mm256_permute4x64_pd, __m256d, __m256d, imm8, HV_OF_FOUR(a, imm8))
HV_UNARY_IMMEDIATE(avx2, _mm256_permute4x64_epi64, __m256i, __m256i, imm8, HV_OF_FOUR(a, imm8))
HV_UNARY_IMMEDIATE_FORMS(avx512vl, avx512vl, _mm256, permutex_pd, __m256d, hv_f64x4, __mmask8, imm8, HV_OF_FOUR(a,
    imm8))
HV_UNARY_IMMEDIATE_FORMS(avx512vl, avx512vl, _mm256, permutex_epi64, __m256i, hv_u64x4, __mmask8, imm8, HV_OF_FOUR(a,
    imm8))
HV_UNARY_IMMEDIATE_FORMS(avx512f, avx512f, _mm512, permutex_pd, __m512d, hv_f64x8, __mmask8, imm8, HV_OF_FOUR(a, imm8))
HV_UNARY_IMMEDIATE_FORMS(avx512f, avx512f, _mm512, permutex_epi64, __m512i, hv_u64x8, __mmask8, imm8, HV_OF_FOUR(a,
    imm8))

/* Whole 128-bit groups: of a in the lower half of the result, of b in the upper half. */
#define HV_GROUP(x, n) x[(imm8 >> 2 * (i / (n)) & 3) * (n) + i % (n)]
#define HV_GROUP_256(x, n) x[(imm2 >> i / (n) & 1) * (n) + i % (n)]
HV_BINARY_IMMEDIATE_FORMS(avx512vl, avx512vl, _mm256, shuffle_f32x4, __m256, hv_f32x8, __mmask8, imm2,
    i < 4 ? HV_GROUP_256(a, 4) : HV_GROUP_256(b, 4))
HV_BINARY_IMMEDIATE_FORMS(avx512f, avx512f, _mm512, shuffle_f32x4, __m512, hv_f32x16, __mmask16, imm8,
    i < 8 ? HV_GROUP(a, 4) : HV_GROUP(b, 4))
HV_BINARY_IMMEDIATE_FORMS(avx512vl, avx512vl, _mm256, shuffle_f64x2, __m256d, hv_f64x4, __mmask8, imm2,
    i < 2 ? HV_GROUP_256(a, 2) : HV_GROUP_256(b, 2))
HV_BINARY_IMMEDIATE_FORMS(avx512f, avx512f, _mm512, shuffle_f64x2, __m512d, hv_f64x8, __mmask8, imm8,
    i < 4 ? HV_GROUP(a, 2) : HV_GROUP(b, 2))
HV_BINARY_IMMEDIATE_FORMS(avx512vl, avx512vl, _mm256, shuffle_i32x4, __m256i, hv_u32x8, __mmask8, imm2,
    i < 4 ? HV_GROUP_256(a, 4) : HV_GROUP_256(b, 4))
HV_BINARY_IMMEDIATE_FORMS(avx512f, avx512f, _mm512, shuffle_i32x4, __m512i, hv_u32x16, __mmask16, imm8,
    i < 8 ? HV_GROUP(a, 4) : HV_GROUP(b, 4))
HV_BINARY_IMMEDIATE_FORMS(avx512vl, avx512vl, _mm256, shuffle_i64x2, __m256i, hv_u64x4, __mmask8, imm2,
    i < 2 ? HV_GROUP_256(a, 2) : HV_GROUP_256(b, 2))
HV_BINARY_IMMEDIATE_FORMS(avx512f, avx512f, _mm512, shuffle_i64x2, __m512i, hv_u64x8, __mmask8, imm8,
    i < 4 ? HV_GROUP(a, 2) : HV_GROUP(b, 2))

/* Each half of the result is a half of a or of b, or zero: four bits of the immediate say which. */
#define HV_HALVES(x, control) (x[((control) & 1) * (HV_LANES(r) / 2) + i % (HV_LANES(r) / 2)])
#define HV_CONTROL(i) (imm8 >> 4 * (i / (HV_LANES(r) / 2)))
#define HV_CHOOSE_HALVES(control) ((control) & 8 ? 0 : (control) & 2 ? HV_HALVES(b, control) : HV_HALVES(a, control))
HV_BINARY_IMMEDIATE(avx, _mm256_permute2f128_pd, __m256d, __m256d, imm8, HV_CHOOSE_HALVES(HV_CONTROL(i)))
HV_BINARY_IMMEDIATE(avx, _mm256_permute2f128_ps, __m256, __m256, imm8, HV_CHOOSE_HALVES(HV_CONTROL(i)))
HV_BINARY_IMMEDIATE(avx, _mm256_permute2f128_si256, __m256i, __m256i, imm8, HV_CHOOSE_HALVES(HV_CONTROL(i)))
HV_BINARY_IMMEDIATE(avx2, _mm256_permute2x128_si256, __m256i, __m256i, imm8, HV_CHOOSE_HALVES(HV_CONTROL(i)))

/* Lanes of b, then of a, seen as one row and shifted down: bytes within each 128-bit group, others across. */
#define HV_ALIGNED_BYTES \
    ((i & 15) + imm8 < 16 ? b[i + imm8] : (i & 15) + imm8 < 32 ? a[i + imm8 - 16] : 0)
#define HV_ALIGNED(n) (i + (imm8 & ((n) - 1)) < (n) ? b[(i + imm8) & ((n) - 1)] : a[(i + imm8) & ((n) - 1)])
HV_WIDTHS_8(HV_BINARY_IMMEDIATE_FORMS, ssse3, avx2, alignr_epi8, u, imm8, HV_ALIGNED_BYTES)
HV_WIDTHS_32(HV_BINARY_IMMEDIATE_FORMS, avx512vl, avx512vl, avx512f, alignr_epi32, u, imm8, HV_ALIGNED(HV_LANES(r)))
HV_WIDTHS_64(HV_BINARY_IMMEDIATE_FORMS, avx512vl, avx512vl, avx512f, alignr_epi64, u, imm8, HV_ALIGNED(HV_LANES(r)))

/* Blends: by immediate, by sign bits, by mask; and the masked moves. */
HV_BINARY_IMMEDIATE(sse4_1, _mm_blend_pd, __m128d, __m128d, imm2, HV_BIT(imm2, i) ? b[i] : a[i])
HV_BINARY_IMMEDIATE(avx, _mm256_blend_pd, __m256d, __m256d, imm4, HV_BIT(imm4, i) ? b[i] : a[i])
HV_BINARY_IMMEDIATE(sse4_1, _mm_blend_ps, __m128, __m128, imm4, HV_BIT(imm4, i) ? b[i] : a[i])
HV_BINARY_IMMEDIATE(avx, _mm256_blend_ps, __m256, __m256, imm8, HV_BIT(imm8, i) ? b[i] : a[i])
HV_NARROW_16(HV_BINARY_IMMEDIATE, sse4_1, avx2, blend_epi16, u, imm8, HV_BIT(imm8, i & 7) ? b[i] : a[i])
HV_BINARY_IMMEDIATE(avx2, _mm_blend_epi32, __m128i, hv_u32x4, imm4, HV_BIT(imm4, i) ? b[i] : a[i])
HV_BINARY_IMMEDIATE(avx2, _mm256_blend_epi32, __m256i, hv_u32x8, imm8, HV_BIT(imm8, i) ? b[i] : a[i])
HV_NARROW_8(HV_TERNARY_AS, sse4_1, avx2, blendv_epi8, i, c[i] < 0 ? b[i] : a[i])
#define HV_BLEND_SIGNED(isa, name, vector, mask_lane) \
    HV_ISA(isa) vector name(vector a, vector b, vector vm) \
    { mask_lane m = (mask_lane)vm; vector r = {0}; HV_EACH(r, m[i] < 0 ? b[i] : a[i]); return r; }
HV_BLEND_SIGNED(sse4_1, _mm_blendv_pd, __m128d, hv_i64x2)
HV_BLEND_SIGNED(sse4_1, _mm_blendv_ps, __m128, hv_i32x4)
HV_BLEND_SIGNED(avx, _mm256_blendv_pd, __m256d, hv_i64x4)
HV_BLEND_SIGNED(avx, _mm256_blendv_ps, __m256, hv_i32x8)
#define HV_BLEND_FORMS(isa, mask_isa, prefix, suffix, vector, lane, mask, expression) \
    HV_ISA(isa) vector prefix##_mask_blend_##suffix(mask k, vector a, vector b) \
    { return (vector)lane##_select(k, (lane)b, (lane)a); } \
    HV_ISA(isa) vector prefix##_mask_mov_##suffix(vector source, mask k, vector a) \
    { return (vector)lane##_select(k, (lane)a, (lane)source); } \
    HV_ISA(isa) vector prefix##_maskz_mov_##suffix(mask k, vector a) \
    { return (vector)lane##_select(k, (lane)a, (lane){0}); }
HV_WIDTHS_8(HV_BLEND_FORMS, avx512bw, avx512bw, epi8, u, )
HV_WIDTHS_16(HV_BLEND_FORMS, avx512bw, avx512bw, epi16, u, )
HV_WIDTHS_32(HV_BLEND_FORMS, avx512vl, avx512vl, avx512f, epi32, u, )
HV_WIDTHS_64(HV_BLEND_FORMS, avx512vl, avx512vl, avx512f, epi64, u, )
HV_WIDTHS_PS(HV_BLEND_FORMS, avx512vl, avx512vl, avx512f, ps, f, )
HV_WIDTHS_PD(HV_BLEND_FORMS, avx512vl, avx512vl, avx512f, pd, f, )

/* Enabled lanes move together to the bottom, or lanes from the bottom spread over the enabled ones. */
#define HV_COMPRESS_FORMS(isa, mask_isa, prefix, suffix, vector, lane, mask, expression) \
    HV_ISA(mask_isa) vector prefix##_mask_compress_##suffix(vector source, mask k, vector va) \
    { lane a = (lane)va, r = (lane)source; int next = 0; \
      for (int i = 0; i < HV_LANES(a); i++) { if (HV_BIT(k, i)) r[next++] = a[i]; } \
      return (vector)r; } \
    HV_ISA(mask_isa) vector prefix##_maskz_compress_##suffix(mask k, vector a) \
    { return prefix##_mask_compress_##suffix((vector){0}, k, a); } \
    HV_ISA(mask_isa) vector prefix##_mask_expand_##suffix(vector source, mask k, vector va) \
    { lane a = (lane)va, r = (lane)source; int next = 0; \
      for (int i = 0; i < HV_LANES(a); i++) { if (HV_BIT(k, i)) r[i] = a[next++]; } \
      return (vector)r; } \
    HV_ISA(mask_isa) vector prefix##_maskz_expand_##suffix(mask k, vector a) \
    { return prefix##_mask_expand_##suffix((vector){0}, k, a); }
HV_WIDTHS_32(HV_COMPRESS_FORMS, avx512vl, avx512vl, avx512f, epi32, u, )
HV_WIDTHS_64(HV_COMPRESS_FORMS, avx512vl, avx512vl, avx512f, epi64, u, )
HV_WIDTHS_PS(HV_COMPRESS_FORMS, avx512vl, avx512vl, avx512f, ps, f, )
HV_WIDTHS_PD(HV_COMPRESS_FORMS, avx512vl, avx512vl, avx512f, pd, f, )

/* Two vectors of wide lanes become one of narrow ones, saturated, in each 128-bit group. */
#define HV_PACK_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, from, low, high) \
    HV_ISA(isa) vector prefix##_##op(vector va, vector vb) \
    { from a = (from)va, b = (from)vb; lane r = {0}; \
      for (int i = 0; i < HV_LANES(r); i++) { \
          int at = (i & -HV_PER_GROUP(r)) / 2 + (i & (HV_PER_GROUP(r) / 2 - 1)); \
          r[i] = i & HV_PER_GROUP(r) / 2 ? HV_CLAMP(b[at], low, high) : HV_CLAMP(a[at], low, high); } \
      return (vector)r; } \
    HV_MASKED_2(mask_isa, prefix, op, vector, lane, mask, vector, vector)
#define HV_PER_GROUP(r) (16 / (int)sizeof((r)[0]))
HV_PACK_FORMS(sse2, avx512bw, _mm, packs_epi16, __m128i, hv_i8x16, __mmask16, hv_i16x8, -128, 127)
HV_PACK_FORMS(avx2, avx512bw, _mm256, packs_epi16, __m256i, hv_i8x32, __mmask32, hv_i16x16, -128, 127)
HV_PACK_FORMS(avx512bw, avx512bw, _mm512, packs_epi16, __m512i, hv_i8x64, __mmask64, hv_i16x32, -128, 127)
HV_PACK_FORMS(sse2, avx512bw, _mm, packus_epi16, __m128i, hv_u8x16, __mmask16, hv_i16x8, 0, 255)
HV_PACK_FORMS(avx2, avx512bw, _mm256, packus_epi16, __m256i, hv_u8x32, __mmask32, hv_i16x16, 0, 255)
HV_PACK_FORMS(avx512bw, avx512bw, _mm512, packus_epi16, __m512i, hv_u8x64, __mmask64, hv_i16x32, 0, 255)
HV_PACK_FORMS(sse2, avx512bw, _mm, packs_epi32, __m128i, hv_i16x8, __mmask8, hv_i32x4, -32768, 32767)
HV_PACK_FORMS(avx2, avx512bw, _mm256, packs_epi32, __m256i, hv_i16x16, __mmask16, hv_i32x8, -32768, 32767)
HV_PACK_FORMS(avx512bw, avx512bw, _mm512, packs_epi32, __m512i, hv_i16x32, __mmask32, hv_i32x16, -32768, 32767)
HV_PACK_FORMS(sse4_1, avx512bw, _mm, packus_epi32, __m128i, hv_u16x8, __mmask8, hv_i32x4, 0, 65535)
HV_PACK_FORMS(avx2, avx512bw, _mm256, packus_epi32, __m256i, hv_u16x16, __mmask16, hv_i32x8, 0, 65535)
HV_PACK_FORMS(avx512bw, avx512bw, _mm512, packus_epi32, __m512i, hv_u16x32, __mmask32, hv_i32x16, 0, 65535)

#endif
