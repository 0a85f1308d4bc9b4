/* Parts of vectors: broadcast, extract, insert, cast, and lanes read and replaced one at a time. */
#ifndef HV_PARTS_H
#define HV_PARTS_H

#include "hv_shuffle.h"

#define HV_CONVERT_FORMS(isa, mask_isa, prefix, op, result, to, operand, from, mask, expression) \
    HV_CONVERT(isa, prefix##_##op, result, to, operand, from, expression) \
    HV_MASKED_1(mask_isa, prefix, op, result, to, mask, operand)
HV_CONVERT_FORMS(avx2, avx512bw, _mm, broadcastb_epi8, __m128i, hv_u8x16, __m128i, hv_u8x16, __mmask16, a[0])
HV_CONVERT_FORMS(avx2, avx512bw, _mm256, broadcastb_epi8, __m256i, hv_u8x32, __m128i, hv_u8x16, __mmask32, a[0])
HV_CONVERT_FORMS(avx512bw, avx512bw, _mm512, broadcastb_epi8, __m512i, hv_u8x64, __m128i, hv_u8x16, __mmask64, a[0])
HV_CONVERT_FORMS(avx2, avx512bw, _mm, broadcastw_epi16, __m128i, hv_u16x8, __m128i, hv_u16x8, __mmask8, a[0])
HV_CONVERT_FORMS(avx2, avx512bw, _mm256, broadcastw_epi16, __m256i, hv_u16x16, __m128i, hv_u16x8, __mmask16, a[0])
HV_CONVERT_FORMS(avx512bw, avx512bw, _mm512, broadcastw_epi16, __m512i, hv_u16x32, __m128i, hv_u16x8, __mmask32, a[0])
HV_CONVERT_FORMS(avx2, avx512vl, _mm, broadcastd_epi32, __m128i, hv_u32x4, __m128i, hv_u32x4, __mmask8, a[0])
HV_CONVERT_FORMS(avx2, avx512vl, _mm256, broadcastd_epi32, __m256i, hv_u32x8, __m128i, hv_u32x4, __mmask8, a[0])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, broadcastd_epi32, __m512i, hv_u32x16, __m128i, hv_u32x4, __mmask16, a[0])
HV_CONVERT_FORMS(avx2, avx512vl, _mm, broadcastq_epi64, __m128i, hv_u64x2, __m128i, hv_u64x2, __mmask8, a[0])
HV_CONVERT_FORMS(avx2, avx512vl, _mm256, broadcastq_epi64, __m256i, hv_u64x4, __m128i, hv_u64x2, __mmask8, a[0])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, broadcastq_epi64, __m512i, hv_u64x8, __m128i, hv_u64x2, __mmask8, a[0])
HV_CONVERT_FORMS(avx2, avx512vl, _mm, broadcastss_ps, __m128, hv_f32x4, __m128, hv_f32x4, __mmask8, a[0])
HV_CONVERT_FORMS(avx2, avx512vl, _mm256, broadcastss_ps, __m256, hv_f32x8, __m128, hv_f32x4, __mmask8, a[0])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, broadcastss_ps, __m512, hv_f32x16, __m128, hv_f32x4, __mmask16, a[0])
HV_CONVERT(avx2, _mm_broadcastsd_pd, __m128d, hv_f64x2, __m128d, hv_f64x2, a[0])
HV_CONVERT_FORMS(avx2, avx512vl, _mm256, broadcastsd_pd, __m256d, hv_f64x4, __m128d, hv_f64x2, __mmask8, a[0])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, broadcastsd_pd, __m512d, hv_f64x8, __m128d, hv_f64x2, __mmask8, a[0])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm256, broadcast_f32x2, __m256, hv_f32x8, __m128, hv_f32x4, __mmask8, a[i & 1])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, broadcast_f32x2, __m512, hv_f32x16, __m128, hv_f32x4, __mmask16, a[i & 1])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm, broadcast_i32x2, __m128i, hv_u32x4, __m128i, hv_u32x4, __mmask8, a[i & 1])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm256, broadcast_i32x2, __m256i, hv_u32x8, __m128i, hv_u32x4, __mmask8, a[i & 1])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, broadcast_i32x2, __m512i, hv_u32x16, __m128i, hv_u32x4, __mmask16,
    a[i & 1])
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm256, broadcast_f32x4, __m256, hv_f32x8, __m128, hv_f32x4, __mmask8, a[i & 3])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, broadcast_f32x4, __m512, hv_f32x16, __m128, hv_f32x4, __mmask16, a[i & 3])
HV_CONVERT_FORMS(avx512vl, avx512vl, _mm256, broadcast_i32x4, __m256i, hv_u32x8, __m128i, hv_u32x4, __mmask8, a[i & 3])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, broadcast_i32x4, __m512i, hv_u32x16, __m128i, hv_u32x4, __mmask16, a[i & 3])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm256, broadcast_f64x2, __m256d, hv_f64x4, __m128d, hv_f64x2, __mmask8, a[i & 1])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, broadcast_f64x2, __m512d, hv_f64x8, __m128d, hv_f64x2, __mmask8, a[i & 1])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm256, broadcast_i64x2, __m256i, hv_u64x4, __m128i, hv_u64x2, __mmask8, a[i & 1])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, broadcast_i64x2, __m512i, hv_u64x8, __m128i, hv_u64x2, __mmask8, a[i & 1])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, broadcast_f32x8, __m512, hv_f32x16, __m256, hv_f32x8, __mmask16, a[i & 7])
HV_CONVERT_FORMS(avx512dq, avx512dq, _mm512, broadcast_i32x8, __m512i, hv_u32x16, __m256i, hv_u32x8, __mmask16,
    a[i & 7])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, broadcast_f64x4, __m512d, hv_f64x8, __m256d, hv_f64x4, __mmask8, a[i & 3])
HV_CONVERT_FORMS(avx512f, avx512f, _mm512, broadcast_i64x4, __m512i, hv_u64x8, __m256i, hv_u64x4, __mmask8, a[i & 3])
HV_CONVERT(avx2, _mm256_broadcastsi128_si256, __m256i, __m256i, __m128i, __m128i, a[i & 1])
HV_CONVERT(avx2, _mm_broadcastsi128_si256, __m256i, __m256i, __m128i, __m128i, a[i & 1])

#define HV_EXTRACT_FORMS(isa, prefix, op, part, lane, mask, operand, immediate) \
    HV_EXTRACT(isa, prefix##_##op, part, operand, immediate) \
    HV_MASKED_1_IMMEDIATE(isa, prefix, op, part, lane, mask, operand, immediate)
#define HV_INSERT_FORMS(isa, prefix, op, vector, lane, mask, part, immediate) \
    HV_INSERT(isa, prefix##_##op, vector, part, immediate) \
    HV_MASKED_2_IMMEDIATE(isa, prefix, op, vector, lane, mask, vector, part, immediate)
HV_EXTRACT_FORMS(avx512vl, _mm256, extractf32x4_ps, __m128, hv_f32x4, __mmask8, __m256, imm1)
HV_INSERT_FORMS(avx512vl, _mm256, insertf32x4, __m256, hv_f32x8, __mmask8, __m128, imm1)
HV_EXTRACT_FORMS(avx512dq, _mm256, extractf64x2_pd, __m128d, hv_f64x2, __mmask8, __m256d, imm1)
HV_INSERT_FORMS(avx512dq, _mm256, insertf64x2, __m256d, hv_f64x4, __mmask8, __m128d, imm1)
HV_EXTRACT_FORMS(avx512vl, _mm256, extracti32x4_epi32, __m128i, hv_u32x4, __mmask8, __m256i, imm1)
HV_INSERT_FORMS(avx512vl, _mm256, inserti32x4, __m256i, hv_u32x8, __mmask8, __m128i, imm1)
HV_EXTRACT_FORMS(avx512dq, _mm256, extracti64x2_epi64, __m128i, hv_u64x2, __mmask8, __m256i, imm1)
HV_INSERT_FORMS(avx512dq, _mm256, inserti64x2, __m256i, hv_u64x4, __mmask8, __m128i, imm1)
HV_EXTRACT_FORMS(avx512f, _mm512, extractf32x4_ps, __m128, hv_f32x4, __mmask8, __m512, imm2)
HV_INSERT_FORMS(avx512f, _mm512, insertf32x4, __m512, hv_f32x16, __mmask16, __m128, imm2)
HV_EXTRACT_FORMS(avx512dq, _mm512, extractf64x2_pd, __m128d, hv_f64x2, __mmask8, __m512d, imm2)
HV_INSERT_FORMS(avx512dq, _mm512, insertf64x2, __m512d, hv_f64x8, __mmask8, __m128d, imm2)
HV_EXTRACT_FORMS(avx512f, _mm512, extracti32x4_epi32, __m128i, hv_u32x4, __mmask8, __m512i, imm2)
HV_INSERT_FORMS(avx512f, _mm512, inserti32x4, __m512i, hv_u32x16, __mmask16, __m128i, imm2)
HV_EXTRACT_FORMS(avx512dq, _mm512, extracti64x2_epi64, __m128i, hv_u64x2, __mmask8, __m512i, imm2)
HV_INSERT_FORMS(avx512dq, _mm512, inserti64x2, __m512i, hv_u64x8, __mmask8, __m128i, imm2)
HV_EXTRACT_FORMS(avx512dq, _mm512, extractf32x8_ps, __m256, hv_f32x8, __mmask8, __m512, imm1)
HV_INSERT_FORMS(avx512dq, _mm512, insertf32x8, __m512, hv_f32x16, __mmask16, __m256, imm1)
HV_EXTRACT_FORMS(avx512f, _mm512, extractf64x4_pd, __m256d, hv_f64x4, __mmask8, __m512d, imm1)
HV_INSERT_FORMS(avx512f, _mm512, insertf64x4, __m512d, hv_f64x8, __mmask8, __m256d, imm1)
HV_EXTRACT_FORMS(avx512dq, _mm512, extracti32x8_epi32, __m256i, hv_u32x8, __mmask8, __m512i, imm1)
HV_INSERT_FORMS(avx512dq, _mm512, inserti32x8, __m512i, hv_u32x16, __mmask16, __m256i, imm1)
HV_EXTRACT_FORMS(avx512f, _mm512, extracti64x4_epi64, __m256i, hv_u64x4, __mmask8, __m512i, imm1)
HV_INSERT_FORMS(avx512f, _mm512, inserti64x4, __m512i, hv_u64x8, __mmask8, __m256i, imm1)
HV_EXTRACT(avx, _mm256_extractf128_pd, __m128d, __m256d, imm1)
HV_INSERT(avx, _mm256_insertf128_pd, __m256d, __m128d, imm1)
HV_EXTRACT(avx, _mm256_extractf128_ps, __m128, __m256, imm1)
HV_INSERT(avx, _mm256_insertf128_ps, __m256, __m128, imm1)
HV_EXTRACT(avx, _mm256_extractf128_si256, __m128i, __m256i, imm1)
HV_INSERT(avx, _mm256_insertf128_si256, __m256i, __m128i, imm1)
HV_EXTRACT(avx2, _mm256_extracti128_si256, __m128i, __m256i, imm1)
HV_INSERT(avx2, _mm256_inserti128_si256, __m256i, __m128i, imm1)

#define HV_LANE_AT(isa, prefix, suffix, type, vector, lane, immediate) \
    HV_ISA(isa) type prefix##_extract_##suffix(vector a, const int immediate) { return (type)((lane)a)[immediate]; }
#define HV_LANE_PUT(isa, prefix, suffix, type, vector, lane, immediate) \
    HV_ISA(isa) vector prefix##_insert_##suffix(vector a, type x, const int immediate) \
    { lane r = (lane)a; HV_EACH(r, i == immediate ? x : r[i]); return (vector)r; }
HV_LANE_AT(sse4_1, _mm, epi8, int, __m128i, hv_u8x16, imm4)
HV_LANE_PUT(sse4_1, _mm, epi8, int, __m128i, hv_u8x16, imm4)
HV_LANE_AT(avx, _mm256, epi8, int, __m256i, hv_u8x32, imm5)
HV_LANE_PUT(avx, _mm256, epi8, int, __m256i, hv_u8x32, imm5)
HV_LANE_AT(sse2, _mm, epi16, int, __m128i, hv_u16x8, imm3)
HV_LANE_PUT(sse2, _mm, epi16, int, __m128i, hv_u16x8, imm3)
HV_LANE_AT(avx, _mm256, epi16, int, __m256i, hv_u16x16, imm4)
HV_LANE_PUT(avx, _mm256, epi16, int, __m256i, hv_u16x16, imm4)
HV_LANE_AT(sse4_1, _mm, epi32, int, __m128i, hv_i32x4, imm2)
HV_LANE_PUT(sse4_1, _mm, epi32, int, __m128i, hv_i32x4, imm2)
HV_LANE_AT(avx, _mm256, epi32, int, __m256i, hv_i32x8, imm3)
HV_LANE_PUT(avx, _mm256, epi32, int, __m256i, hv_i32x8, imm3)
HV_LANE_AT(sse4_1, _mm, epi64, long long, __m128i, hv_i64x2, imm1)
HV_LANE_PUT(sse4_1, _mm, epi64, long long, __m128i, hv_i64x2, imm1)
HV_LANE_AT(avx, _mm256, epi64, long long, __m256i, hv_i64x4, imm2)
HV_LANE_PUT(avx, _mm256, epi64, long long, __m256i, hv_i64x4, imm2)
HV_ISA(sse4_1) int _mm_extract_ps(__m128 a, const int imm2) { return ((hv_i32x4)a)[imm2]; }
/* Bits 6 and 7 choose the lane of b, bits 4 and 5 where it goes, the rest which lanes are zero. */
HV_BINARY_IMMEDIATE(sse4_1, _mm_insert_ps, __m128, __m128, imm8,
    HV_BIT(imm8, i) ? 0 : i == (imm8 >> 4 & 3) ? b[imm8 >> 6 & 3] : a[i])
HV_UNARY(sse2, _mm_move_epi64, __m128i, i == 0 ? a[0] : 0)

HV_CAST(sse2, _mm_castps_pd, __m128d, __m128)
HV_CAST(sse2, _mm_castps_si128, __m128i, __m128)
HV_CAST(sse2, _mm_castpd_ps, __m128, __m128d)
HV_CAST(sse2, _mm_castpd_si128, __m128i, __m128d)
HV_CAST(sse2, _mm_castsi128_ps, __m128, __m128i)
HV_CAST(sse2, _mm_castsi128_pd, __m128d, __m128i)
HV_CAST(avx, _mm256_castps_pd, __m256d, __m256)
HV_CAST(avx, _mm256_castps_si256, __m256i, __m256)
HV_CAST(avx, _mm256_castpd_ps, __m256, __m256d)
HV_CAST(avx, _mm256_castpd_si256, __m256i, __m256d)
HV_CAST(avx, _mm256_castsi256_ps, __m256, __m256i)
HV_CAST(avx, _mm256_castsi256_pd, __m256d, __m256i)
HV_CAST(avx512f, _mm512_castps_pd, __m512d, __m512)
HV_CAST(avx512f, _mm512_castps_si512, __m512i, __m512)
HV_CAST(avx512f, _mm512_castpd_ps, __m512, __m512d)
HV_CAST(avx512f, _mm512_castpd_si512, __m512i, __m512d)
HV_CAST(avx512f, _mm512_castsi512_ps, __m512, __m512i)
HV_CAST(avx512f, _mm512_castsi512_pd, __m512d, __m512i)
HV_CONVERT(avx, _mm256_castps256_ps128, __m128, hv_f32x4, __m256, hv_f32x8, a[i])
HV_CONVERT(avx, _mm256_castps128_ps256, __m256, hv_f32x8, __m128, hv_f32x4,
    i < HV_LANES(a) ? a[i] : hv_nondet_float())
HV_CONVERT(avx, _mm256_zextps128_ps256, __m256, hv_f32x8, __m128, hv_f32x4, i < HV_LANES(a) ? a[i] : 0)
HV_CONVERT(avx, _mm256_castpd256_pd128, __m128d, hv_f64x2, __m256d, hv_f64x4, a[i])
HV_CONVERT(avx, _mm256_castpd128_pd256, __m256d, hv_f64x4, __m128d, hv_f64x2,
    i < HV_LANES(a) ? a[i] : hv_nondet_double())
HV_CONVERT(avx, _mm256_zextpd128_pd256, __m256d, hv_f64x4, __m128d, hv_f64x2, i < HV_LANES(a) ? a[i] : 0)
HV_CONVERT(avx, _mm256_castsi256_si128, __m128i, hv_i64x2, __m256i, hv_i64x4, a[i])
HV_CONVERT(avx, _mm256_castsi128_si256, __m256i, hv_i64x4, __m128i, hv_i64x2,
    i < HV_LANES(a) ? a[i] : hv_nondet_long())
HV_CONVERT(avx, _mm256_zextsi128_si256, __m256i, hv_i64x4, __m128i, hv_i64x2, i < HV_LANES(a) ? a[i] : 0)
HV_CONVERT(avx512f, _mm512_castps512_ps128, __m128, hv_f32x4, __m512, hv_f32x16, a[i])
HV_CONVERT(avx512f, _mm512_castps128_ps512, __m512, hv_f32x16, __m128, hv_f32x4,
    i < HV_LANES(a) ? a[i] : hv_nondet_float())
HV_CONVERT(avx512f, _mm512_zextps128_ps512, __m512, hv_f32x16, __m128, hv_f32x4, i < HV_LANES(a) ? a[i] : 0)
HV_CONVERT(avx512f, _mm512_castpd512_pd128, __m128d, hv_f64x2, __m512d, hv_f64x8, a[i])
HV_CONVERT(avx512f, _mm512_castpd128_pd512, __m512d, hv_f64x8, __m128d, hv_f64x2,
    i < HV_LANES(a) ? a[i] : hv_nondet_double())
HV_CONVERT(avx512f, _mm512_zextpd128_pd512, __m512d, hv_f64x8, __m128d, hv_f64x2, i < HV_LANES(a) ? a[i] : 0)
HV_CONVERT(avx512f, _mm512_castsi512_si128, __m128i, hv_i64x2, __m512i, hv_i64x8, a[i])
HV_CONVERT(avx512f, _mm512_castsi128_si512, __m512i, hv_i64x8, __m128i, hv_i64x2,
    i < HV_LANES(a) ? a[i] : hv_nondet_long())
HV_CONVERT(avx512f, _mm512_zextsi128_si512, __m512i, hv_i64x8, __m128i, hv_i64x2, i < HV_LANES(a) ? a[i] : 0)
HV_CONVERT(avx512f, _mm512_castps512_ps256, __m256, hv_f32x8, __m512, hv_f32x16, a[i])
HV_CONVERT(avx512f, _mm512_castps256_ps512, __m512, hv_f32x16, __m256, hv_f32x8,
    i < HV_LANES(a) ? a[i] : hv_nondet_float())
HV_CONVERT(avx512f, _mm512_zextps256_ps512, __m512, hv_f32x16, __m256, hv_f32x8, i < HV_LANES(a) ? a[i] : 0)
HV_CONVERT(avx512f, _mm512_castpd512_pd256, __m256d, hv_f64x4, __m512d, hv_f64x8, a[i])
HV_CONVERT(avx512f, _mm512_castpd256_pd512, __m512d, hv_f64x8, __m256d, hv_f64x4,
    i < HV_LANES(a) ? a[i] : hv_nondet_double())
HV_CONVERT(avx512f, _mm512_zextpd256_pd512, __m512d, hv_f64x8, __m256d, hv_f64x4, i < HV_LANES(a) ? a[i] : 0)
HV_CONVERT(avx512f, _mm512_castsi512_si256, __m256i, hv_i64x4, __m512i, hv_i64x8, a[i])
HV_CONVERT(avx512f, _mm512_castsi256_si512, __m512i, hv_i64x8, __m256i, hv_i64x4,
    i < HV_LANES(a) ? a[i] : hv_nondet_long())
HV_CONVERT(avx512f, _mm512_zextsi256_si512, __m512i, hv_i64x8, __m256i, hv_i64x4, i < HV_LANES(a) ? a[i] : 0)

#endif
