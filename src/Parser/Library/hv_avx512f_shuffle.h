/* AVX-512F: rearranging and broadcasting lanes of 512-bit vectors. */
#ifndef HV_AVX512F_SHUFFLE_H
#define HV_AVX512F_SHUFFLE_H

#include "hv_avx512f_integer.h"

HV_BINARY_AS(avx512f, _mm512_unpacklo_pd, __m512d, __m512d, i & 1 ? b[i - 1] : a[i])
HV_BINARY_AS(avx512f, _mm512_unpackhi_pd, __m512d, __m512d, i & 1 ? b[i] : a[i + 1])
HV_BINARY_IMMEDIATE(avx512f, _mm512_shuffle_pd, __m512d, __m512d, imm8,
    i & 1 ? HV_OF_PAIR(b, imm8) : HV_OF_PAIR(a, imm8))
HV_UNARY_IMMEDIATE(avx512f, _mm512_permute_pd, __m512d, __m512d, imm8, HV_OF_PAIR(a, imm8))
HV_INDEXED(avx512f, _mm512_permutevar_pd, __m512d, __m512d, __m512i, hv_i64x8, a[(i & ~1) + (b[i] >> 1 & 1)])
HV_BINARY_AS(avx512f, _mm512_unpacklo_ps, __m512, __m512, i & 1 ? HV_OF_HALF(b, 0) : HV_OF_HALF(a, 0))
HV_BINARY_AS(avx512f, _mm512_unpackhi_ps, __m512, __m512, i & 1 ? HV_OF_HALF(b, 2) : HV_OF_HALF(a, 2))
HV_BINARY_IMMEDIATE(avx512f, _mm512_shuffle_ps, __m512, __m512, imm8,
    (i & 3) < 2 ? HV_OF_FOUR(a, imm8) : HV_OF_FOUR(b, imm8))
HV_UNARY_IMMEDIATE(avx512f, _mm512_permute_ps, __m512, __m512, imm8, HV_OF_FOUR(a, imm8))
HV_INDEXED(avx512f, _mm512_permutevar_ps, __m512, __m512, __m512i, hv_i32x16, a[(i & ~3) + (b[i] & 3)])
/* Whole 128-bit groups: two of a, then two of b. */
#define HV_GROUP(x, lanes) x[(imm8 >> 2 * (i / (lanes)) & 3) * (lanes) + i % (lanes)]
HV_BINARY_IMMEDIATE(avx512f, _mm512_shuffle_f64x2, __m512d, __m512d, imm8, i < 4 ? HV_GROUP(a, 2) : HV_GROUP(b, 2))
HV_BINARY_IMMEDIATE(avx512f, _mm512_shuffle_i64x2, __m512i, __m512i, imm8, i < 4 ? HV_GROUP(a, 2) : HV_GROUP(b, 2))
HV_BINARY_IMMEDIATE(avx512f, _mm512_shuffle_f32x4, __m512, __m512, imm8, i < 8 ? HV_GROUP(a, 4) : HV_GROUP(b, 4))
HV_BINARY_IMMEDIATE(avx512f, _mm512_shuffle_i32x4, __m512i, hv_i32x16, imm8, i < 8 ? HV_GROUP(a, 4) : HV_GROUP(b, 4))
HV_UNARY_IMMEDIATE(avx512f, _mm512_permutex_pd, __m512d, __m512d, imm8, HV_OF_FOUR(a, imm8))
HV_UNARY_IMMEDIATE(avx512f, _mm512_permutex_epi64, __m512i, __m512i, imm8, HV_OF_FOUR(a, imm8))

/* Lanes of b, then of a, seen as one row and shifted down by the immediate. */
#define HV_SHIFTED(n) (i + (imm8 & (n - 1)) < n ? b[(i + imm8) & (n - 1)] : a[(i + imm8) & (n - 1)])
HV_BINARY_IMMEDIATE(avx512f, _mm512_alignr_epi64, __m512i, __m512i, imm8, HV_SHIFTED(8))
HV_BINARY_IMMEDIATE(avx512f, _mm512_alignr_epi32, __m512i, hv_i32x16, imm8, HV_SHIFTED(16))

#define HV_PERMUTE(isa, prefix, suffix, vector, lane, index_vector, index_lane, mask) \
    HV_ISA(isa) vector prefix##_permutexvar_##suffix(index_vector vb, vector va) \
    { lane a = (lane)va, r = {0}; index_lane b = (index_lane)vb; \
      HV_EACH(r, a[b[i] & (HV_LANES(r) - 1)]); return (vector)r; } \
    HV_ISA(isa) vector prefix##_mask_permutexvar_##suffix(vector source, mask k, index_vector vb, vector va) \
    { lane a = (lane)va, r = (lane)source; index_lane b = (index_lane)vb; \
      HV_EACH(r, HV_BIT(k, i) ? a[b[i] & (HV_LANES(r) - 1)] : r[i]); return (vector)r; } \
    HV_ISA(isa) vector prefix##_maskz_permutexvar_##suffix(mask k, index_vector vb, vector va) \
    { lane a = (lane)va, r = {0}; index_lane b = (index_lane)vb; \
      HV_EACH(r, HV_BIT(k, i) ? a[b[i] & (HV_LANES(r) - 1)] : 0); return (vector)r; } \
    HV_ISA(isa) vector prefix##_permutex2var_##suffix(vector va, index_vector vb, vector vc) \
    { lane a = (lane)va, c = (lane)vc, r = {0}; index_lane b = (index_lane)vb; \
      HV_EACH(r, b[i] & HV_LANES(r) ? c[b[i] & (HV_LANES(r) - 1)] : a[b[i] & (HV_LANES(r) - 1)]); \
      return (vector)r; }
HV_PERMUTE(avx512f, _mm512, pd, __m512d, __m512d, __m512i, hv_i64x8, __mmask8)
HV_PERMUTE(avx512f, _mm512, ps, __m512, __m512, __m512i, hv_i32x16, __mmask16)
HV_PERMUTE(avx512f, _mm512, epi32, __m512i, hv_i32x16, __m512i, hv_i32x16, __mmask16)
HV_PERMUTE(avx512f, _mm512, epi64, __m512i, __m512i, __m512i, hv_i64x8, __mmask8)

HV_EXTRACT(avx512f, _mm512_extractf64x4_pd, __m256d, __m512d, imm1)
HV_EXTRACT(avx512f, _mm512_extracti64x4_epi64, __m256i, __m512i, imm1)
HV_EXTRACT(avx512f, _mm512_extractf32x4_ps, __m128, __m512, imm2)
HV_INSERT(avx512f, _mm512_insertf64x4, __m512d, __m256d, imm1)
HV_INSERT(avx512f, _mm512_inserti64x4, __m512i, __m256i, imm1)
HV_INSERT(avx512f, _mm512_insertf32x4, __m512, __m128, imm2)
HV_ISA(avx512f) __m128i _mm512_extracti32x4_epi32(__m512i a, int imm2)
{ __m128i r = {0}; HV_EACH(r, a[imm2 * 2 + i]); return r; }
HV_ISA(avx512f) __m512i _mm512_inserti32x4(__m512i a, __m128i b, int imm2)
{ __m512i r = a; for (int i = 0; i < 2; i++) r[imm2 * 2 + i] = b[i]; return r; }
HV_CONVERT(avx512f, _mm512_broadcastsd_pd, __m512d, __m512d, __m128d, __m128d, a[0])
HV_CONVERT_MASKED(avx512f, _mm512, broadcastsd_pd, __m512d, __m512d, __m128d, __m128d, __mmask8, a[0])
HV_CONVERT(avx512f, _mm512_broadcastss_ps, __m512, __m512, __m128, __m128, a[0])
HV_CONVERT_MASKED(avx512f, _mm512, broadcastss_ps, __m512, __m512, __m128, __m128, __mmask16, a[0])
HV_CONVERT(avx512f, _mm512_broadcastd_epi32, __m512i, hv_i32x16, __m128i, hv_i32x4, a[0])
HV_CONVERT_MASKED(avx512f, _mm512, broadcastd_epi32, __m512i, hv_i32x16, __m128i, hv_i32x4, __mmask16, a[0])
HV_CONVERT(avx512f, _mm512_broadcastq_epi64, __m512i, __m512i, __m128i, __m128i, a[0])
HV_CONVERT_MASKED(avx512f, _mm512, broadcastq_epi64, __m512i, __m512i, __m128i, __m128i, __mmask8, a[0])
HV_CONVERT(avx512f, _mm512_broadcast_f64x4, __m512d, __m512d, __m256d, __m256d, a[i & 3])
HV_CONVERT_MASKED(avx512f, _mm512, broadcast_f64x4, __m512d, __m512d, __m256d, __m256d, __mmask8, a[i & 3])
HV_CONVERT(avx512f, _mm512_broadcast_i64x4, __m512i, __m512i, __m256i, __m256i, a[i & 3])
HV_CONVERT_MASKED(avx512f, _mm512, broadcast_i64x4, __m512i, __m512i, __m256i, __m256i, __mmask8, a[i & 3])
HV_CONVERT(avx512f, _mm512_broadcast_f32x4, __m512, __m512, __m128, __m128, a[i & 3])
HV_CONVERT_MASKED(avx512f, _mm512, broadcast_f32x4, __m512, __m512, __m128, __m128, __mmask16, a[i & 3])
HV_CONVERT(avx512f, _mm512_broadcast_i32x4, __m512i, hv_i32x16, __m128i, hv_i32x4, a[i & 3])
HV_CONVERT_MASKED(avx512f, _mm512, broadcast_i32x4, __m512i, hv_i32x16, __m128i, hv_i32x4, __mmask16, a[i & 3])
#define HV_BLEND_MASKED(isa, name, vector, lane, mask) \
    HV_ISA(isa) vector name(mask k, vector va, vector vb) \
    { lane a = (lane)va, b = (lane)vb, r = {0}; HV_EACH(r, HV_BIT(k, i) ? b[i] : a[i]); return (vector)r; }
HV_UNARY_MASKED(avx512f, _mm512, mov_pd, __m512d, __m512d, __mmask8, a[i])
HV_UNARY_MASKED(avx512f, _mm512, mov_ps, __m512, __m512, __mmask16, a[i])
HV_BLEND_MASKED(avx512f, _mm512_mask_blend_pd, __m512d, __m512d, __mmask8)
HV_BLEND_MASKED(avx512f, _mm512_mask_blend_ps, __m512, __m512, __mmask16)
HV_BLEND_MASKED(avx512f, _mm512_mask_blend_epi32, __m512i, hv_i32x16, __mmask16)
HV_BLEND_MASKED(avx512f, _mm512_mask_blend_epi64, __m512i, hv_i64x8, __mmask8)
/* maskz_set1 and mask_set1: enabled lanes get the scalar. */
#define HV_SPREAD_MASKED(isa, prefix, suffix, vector, lane, mask, type) \
    HV_ISA(isa) vector prefix##_mask_set1_##suffix(vector source, mask k, type x) \
    { lane r = (lane)source; HV_EACH(r, HV_BIT(k, i) ? x : r[i]); return (vector)r; } \
    HV_ISA(isa) vector prefix##_maskz_set1_##suffix(mask k, type x) \
    { lane r = {0}; HV_EACH(r, HV_BIT(k, i) ? x : 0); return (vector)r; }
HV_SPREAD_MASKED(avx512f, _mm512, epi32, __m512i, hv_i32x16, __mmask16, int)
HV_SPREAD_MASKED(avx512f, _mm512, epi64, __m512i, hv_i64x8, __mmask8, long long)

#endif
