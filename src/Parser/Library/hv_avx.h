/* AVX: arithmetic, comparison and conversion of 256-bit floating-point vectors. */
#ifndef HV_AVX_H
#define HV_AVX_H

#include "hv_sse4.h"

HV_BINARY(avx, _mm256_add_pd, __m256d, a[i] + b[i])
HV_BINARY(avx, _mm256_sub_pd, __m256d, a[i] - b[i])
HV_BINARY(avx, _mm256_mul_pd, __m256d, a[i] * b[i])
HV_BINARY(avx, _mm256_div_pd, __m256d, a[i] / b[i])
HV_BINARY(avx, _mm256_min_pd, __m256d, a[i] < b[i] ? a[i] : b[i])
HV_BINARY(avx, _mm256_max_pd, __m256d, a[i] > b[i] ? a[i] : b[i])
HV_UNARY(avx, _mm256_sqrt_pd, __m256d, hv_sqrt(a[i]))
HV_BINARY_AS(avx, _mm256_and_pd, __m256d, hv_u64x4, a[i] & b[i])
HV_BINARY_AS(avx, _mm256_or_pd, __m256d, hv_u64x4, a[i] | b[i])
HV_BINARY_AS(avx, _mm256_xor_pd, __m256d, hv_u64x4, a[i] ^ b[i])
HV_BINARY_AS(avx, _mm256_andnot_pd, __m256d, hv_u64x4, ~a[i] & b[i])
HV_BINARY(avx, _mm256_hadd_pd, __m256d, i & 1 ? b[i - 1] + b[i] : a[i] + a[i + 1])
HV_BINARY(avx, _mm256_hsub_pd, __m256d, i & 1 ? b[i - 1] - b[i] : a[i] - a[i + 1])
HV_BINARY(avx, _mm256_addsub_pd, __m256d, i & 1 ? a[i] + b[i] : a[i] - b[i])
HV_BINARY(avx, _mm256_add_ps, __m256, a[i] + b[i])
HV_BINARY(avx, _mm256_sub_ps, __m256, a[i] - b[i])
HV_BINARY(avx, _mm256_mul_ps, __m256, a[i] * b[i])
HV_BINARY(avx, _mm256_div_ps, __m256, a[i] / b[i])
HV_BINARY(avx, _mm256_min_ps, __m256, a[i] < b[i] ? a[i] : b[i])
HV_BINARY(avx, _mm256_max_ps, __m256, a[i] > b[i] ? a[i] : b[i])
HV_UNARY(avx, _mm256_sqrt_ps, __m256, hv_sqrtf(a[i]))
HV_BINARY_AS(avx, _mm256_and_ps, __m256, hv_u32x8, a[i] & b[i])
HV_BINARY_AS(avx, _mm256_or_ps, __m256, hv_u32x8, a[i] | b[i])
HV_BINARY_AS(avx, _mm256_xor_ps, __m256, hv_u32x8, a[i] ^ b[i])
HV_BINARY_AS(avx, _mm256_andnot_ps, __m256, hv_u32x8, ~a[i] & b[i])
HV_BINARY(avx, _mm256_hadd_ps, __m256, i & 2 ? HV_PAIR(b, +) : HV_PAIR(a, +))
HV_BINARY(avx, _mm256_hsub_ps, __m256, i & 2 ? HV_PAIR(b, -) : HV_PAIR(a, -))
HV_BINARY(avx, _mm256_addsub_ps, __m256, i & 1 ? a[i] + b[i] : a[i] - b[i])
HV_UNARY(avx, _mm256_movedup_pd, __m256d, a[i & ~1])
HV_UNARY(avx, _mm256_movehdup_ps, __m256, a[i | 1])
HV_UNARY(avx, _mm256_moveldup_ps, __m256, a[i & ~1])
HV_UNARY(avx, _mm256_floor_pd, __m256d, hv_floor(a[i]))
HV_UNARY(avx, _mm256_ceil_pd, __m256d, hv_ceil(a[i]))
HV_UNARY(avx, _mm256_floor_ps, __m256, (float)hv_floor(a[i]))
HV_UNARY(avx, _mm256_ceil_ps, __m256, (float)hv_ceil(a[i]))

HV_CAST(avx, _mm256_castps_pd, __m256d, __m256)
HV_CAST(avx, _mm256_castps_si256, __m256i, __m256)
HV_CAST(avx, _mm256_castpd_ps, __m256, __m256d)
HV_CAST(avx, _mm256_castpd_si256, __m256i, __m256d)
HV_CAST(avx, _mm256_castsi256_ps, __m256, __m256i)
HV_CAST(avx, _mm256_castsi256_pd, __m256d, __m256i)
HV_CONVERT(avx, _mm256_castps256_ps128, __m128, __m128, __m256, __m256, a[i])
HV_CONVERT(avx, _mm256_castps128_ps256, __m256, __m256, __m128, __m128, i < HV_LANES(a) ? a[i] : hv_nondet_float())
HV_CONVERT(avx, _mm256_zextps128_ps256, __m256, __m256, __m128, __m128, i < HV_LANES(a) ? a[i] : 0)
HV_CONVERT(avx, _mm256_castpd256_pd128, __m128d, __m128d, __m256d, __m256d, a[i])
HV_CONVERT(avx, _mm256_castpd128_pd256, __m256d, __m256d, __m128d, __m128d,
    i < HV_LANES(a) ? a[i] : hv_nondet_double())
HV_CONVERT(avx, _mm256_zextpd128_pd256, __m256d, __m256d, __m128d, __m128d, i < HV_LANES(a) ? a[i] : 0)
HV_CONVERT(avx, _mm256_castsi256_si128, __m128i, __m128i, __m256i, __m256i, a[i])
HV_CONVERT(avx, _mm256_castsi128_si256, __m256i, __m256i, __m128i, __m128i, i < HV_LANES(a) ? a[i] : hv_nondet_long())
HV_CONVERT(avx, _mm256_zextsi128_si256, __m256i, __m256i, __m128i, __m128i, i < HV_LANES(a) ? a[i] : 0)

#define HV_COMPARE_IMMEDIATE(isa, name, vector, to) \
    HV_ISA(isa) vector name(vector a, vector b, const int imm5) \
    { to r = {0}; HV_EACH(r, hv_compare(a[i], b[i], imm5) ? -1 : 0); return (vector)r; }
HV_COMPARE_IMMEDIATE(avx, _mm_cmp_pd, __m128d, hv_i64x2)
HV_COMPARE_IMMEDIATE(avx, _mm_cmp_ps, __m128, hv_i32x4)
HV_COMPARE_IMMEDIATE(avx, _mm256_cmp_pd, __m256d, hv_i64x4)
HV_COMPARE_IMMEDIATE(avx, _mm256_cmp_ps, __m256, hv_i32x8)
HV_CONVERT(avx, _mm256_cvtps_pd, __m256d, __m256d, __m128, __m128, a[i])
HV_CONVERT(avx, _mm256_cvtpd_ps, __m128, __m128, __m256d, __m256d, (float)a[i])
HV_CONVERT(avx, _mm256_cvtepi32_pd, __m256d, __m256d, __m128i, hv_i32x4, a[i])
HV_CONVERT(avx, _mm256_cvtepi32_ps, __m256, __m256, __m256i, hv_i32x8, (float)a[i])
HV_CONVERT(avx, _mm256_cvttps_epi32, __m256i, hv_i32x8, __m256, __m256, hv_to_i32(a[i]))
HV_CONVERT(avx, _mm256_cvtps_epi32, __m256i, hv_i32x8, __m256, __m256, hv_to_i32(hv_round_even(a[i])))
HV_CONVERT(avx, _mm256_cvttpd_epi32, __m128i, hv_i32x4, __m256d, __m256d, hv_to_i32(a[i]))
HV_CONVERT(avx, _mm256_cvtpd_epi32, __m128i, hv_i32x4, __m256d, __m256d, hv_to_i32(hv_round_even(a[i])))
HV_ISA(avx) double _mm256_cvtsd_f64(__m256d a) { return a[0]; }
HV_ISA(avx) float _mm256_cvtss_f32(__m256 a) { return a[0]; }
HV_ISA(avx) int _mm256_movemask_pd(__m256d a)
{
    int bits = 0;
    for (int i = 0; i < 4; i++) bits |= (int)(((hv_u64x4)a)[i] >> 63) << i;
    return bits;
}
HV_ISA(avx) int _mm256_movemask_ps(__m256 a)
{
    int bits = 0;
    for (int i = 0; i < 8; i++) bits |= (int)(((hv_u32x8)a)[i] >> 31) << i;
    return bits;
}
/* Upper halves are not observable in C: the compiler saves what it still needs. */
HV_ISA(avx) void _mm256_zeroupper(void) { }
HV_ISA(avx) void _mm256_zeroall(void) { }

#endif
