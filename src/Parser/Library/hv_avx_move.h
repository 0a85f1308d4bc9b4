/* AVX: setting, loading, storing and rearranging 256-bit vectors. */
#ifndef HV_AVX_MOVE_H
#define HV_AVX_MOVE_H

#include "hv_avx.h"

HV_NULLARY(avx, _mm256_setzero_pd, __m256d, 0)
HV_NULLARY(avx, _mm256_undefined_pd, __m256d, hv_nondet_double())
HV_SPREAD(avx, _mm256_set1_pd, __m256d, __m256d, double)
HV_ISA(avx) __m256d _mm256_set_pd(double e3, double e2, double e1, double e0)
{ return (__m256d){e0, e1, e2, e3}; }
HV_ISA(avx) __m256d _mm256_setr_pd(double e0, double e1, double e2, double e3)
{ return (__m256d){e0, e1, e2, e3}; }
HV_LOAD(avx, _mm256_load_pd, __m256d, __m256d, double, hv_f64, 32)
HV_LOAD(avx, _mm256_loadu_pd, __m256d, __m256d, double, hv_f64, 1)
HV_STORE(avx, _mm256_store_pd, __m256d, __m256d, double, hv_f64, 32)
HV_STORE(avx, _mm256_storeu_pd, __m256d, __m256d, double, hv_f64, 1)
HV_STORE(avx, _mm256_stream_pd, __m256d, __m256d, double, hv_f64, 32)
HV_NULLARY(avx, _mm256_setzero_ps, __m256, 0)
HV_NULLARY(avx, _mm256_undefined_ps, __m256, hv_nondet_float())
HV_SPREAD(avx, _mm256_set1_ps, __m256, __m256, float)
HV_ISA(avx) __m256 _mm256_set_ps(float e7, float e6, float e5, float e4, float e3, float e2, float e1, float e0)
{ return (__m256){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_ISA(avx) __m256 _mm256_setr_ps(float e0, float e1, float e2, float e3, float e4, float e5, float e6, float e7)
{ return (__m256){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_LOAD(avx, _mm256_load_ps, __m256, __m256, float, hv_f32, 32)
HV_LOAD(avx, _mm256_loadu_ps, __m256, __m256, float, hv_f32, 1)
HV_STORE(avx, _mm256_store_ps, __m256, __m256, float, hv_f32, 32)
HV_STORE(avx, _mm256_storeu_ps, __m256, __m256, float, hv_f32, 1)
HV_STORE(avx, _mm256_stream_ps, __m256, __m256, float, hv_f32, 32)

HV_NULLARY(avx, _mm256_setzero_si256, __m256i, 0)
HV_NULLARY(avx, _mm256_undefined_si256, __m256i, hv_nondet_long())
HV_SPREAD(avx, _mm256_set1_epi32, __m256i, hv_i32x8, int)
HV_ISA(avx) __m256i _mm256_set_epi32(int e7, int e6, int e5, int e4, int e3, int e2, int e1, int e0)
{ return (__m256i)(hv_i32x8){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_ISA(avx) __m256i _mm256_setr_epi32(int e0, int e1, int e2, int e3, int e4, int e5, int e6, int e7)
{ return (__m256i)(hv_i32x8){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_SPREAD(avx, _mm256_set1_epi64x, __m256i, hv_i64x4, long long)
HV_ISA(avx) __m256i _mm256_set_epi64x(long long e3, long long e2, long long e1, long long e0)
{ return (__m256i)(hv_i64x4){e0, e1, e2, e3}; }
HV_ISA(avx) __m256i _mm256_setr_epi64x(long long e0, long long e1, long long e2, long long e3)
{ return (__m256i)(hv_i64x4){e0, e1, e2, e3}; }
HV_LOAD_WHOLE(avx, _mm256_load_si256, __m256i, __m256i, 32)
HV_LOAD_WHOLE(avx, _mm256_loadu_si256, __m256i, __m256i_u, 1)
HV_LOAD_WHOLE(avx, _mm256_lddqu_si256, __m256i, __m256i_u, 1)
HV_STORE_WHOLE(avx, _mm256_store_si256, __m256i, __m256i, 32)
HV_STORE_WHOLE(avx, _mm256_storeu_si256, __m256i, __m256i_u, 1)
HV_STORE_WHOLE(avx, _mm256_stream_si256, __m256i, __m256i, 32)

HV_LOAD_SIGNED(avx, _mm_maskload_pd, __m128d, __m128d, __m128i, hv_i64x2, double, hv_f64)
HV_STORE_SIGNED(avx, _mm_maskstore_pd, __m128d, __m128d, __m128i, hv_i64x2, double, hv_f64)
HV_LOAD_SIGNED(avx, _mm_maskload_ps, __m128, __m128, __m128i, hv_i32x4, float, hv_f32)
HV_STORE_SIGNED(avx, _mm_maskstore_ps, __m128, __m128, __m128i, hv_i32x4, float, hv_f32)
HV_LOAD_SIGNED(avx, _mm256_maskload_pd, __m256d, __m256d, __m256i, hv_i64x4, double, hv_f64)
HV_STORE_SIGNED(avx, _mm256_maskstore_pd, __m256d, __m256d, __m256i, hv_i64x4, double, hv_f64)
HV_LOAD_SIGNED(avx, _mm256_maskload_ps, __m256, __m256, __m256i, hv_i32x8, float, hv_f32)
HV_STORE_SIGNED(avx, _mm256_maskstore_ps, __m256, __m256, __m256i, hv_i32x8, float, hv_f32)
HV_ISA(avx) __m256d _mm256_broadcast_sd(const double *p) { return _mm256_set1_pd(*(const hv_f64 *)p); }
HV_ISA(avx) __m256 _mm256_broadcast_ss(const float *p) { return _mm256_set1_ps(*(const hv_f32 *)p); }
HV_ISA(avx) __m128 _mm_broadcast_ss(const float *p) { return _mm_set1_ps(*(const hv_f32 *)p); }
HV_ISA(avx) __m256d _mm256_broadcast_pd(const __m128d *p)
{ const hv_f64 *q = (const hv_f64 *)p; __m256d r = {0}; HV_EACH(r, q[i & 1]); return r; }
HV_ISA(avx) __m256 _mm256_broadcast_ps(const __m128 *p)
{ const hv_f32 *q = (const hv_f32 *)p; __m256 r = {0}; HV_EACH(r, q[i & 3]); return r; }

HV_BINARY_AS(avx, _mm256_unpacklo_pd, __m256d, __m256d, i & 1 ? b[i - 1] : a[i])
HV_BINARY_AS(avx, _mm256_unpackhi_pd, __m256d, __m256d, i & 1 ? b[i] : a[i + 1])
HV_BINARY_IMMEDIATE(avx, _mm256_shuffle_pd, __m256d, __m256d, imm4, i & 1 ? HV_OF_PAIR(b, imm4) : HV_OF_PAIR(a, imm4))
HV_UNARY_IMMEDIATE(avx, _mm256_permute_pd, __m256d, __m256d, imm4, HV_OF_PAIR(a, imm4))
HV_BINARY_AS(avx, _mm256_unpacklo_ps, __m256, __m256, i & 1 ? HV_OF_HALF(b, 0) : HV_OF_HALF(a, 0))
HV_BINARY_AS(avx, _mm256_unpackhi_ps, __m256, __m256, i & 1 ? HV_OF_HALF(b, 2) : HV_OF_HALF(a, 2))
HV_BINARY_IMMEDIATE(avx, _mm256_shuffle_ps, __m256, __m256, imm8,
    (i & 3) < 2 ? HV_OF_FOUR(a, imm8) : HV_OF_FOUR(b, imm8))
HV_UNARY_IMMEDIATE(avx, _mm256_permute_ps, __m256, __m256, imm8, HV_OF_FOUR(a, imm8))
HV_INDEXED(avx, _mm_permutevar_pd, __m128d, __m128d, __m128i, hv_i64x2, a[(i & ~1) + (b[i] >> 1 & 1)])
HV_INDEXED(avx, _mm_permutevar_ps, __m128, __m128, __m128i, hv_i32x4, a[(i & ~3) + (b[i] & 3)])
HV_INDEXED(avx, _mm256_permutevar_pd, __m256d, __m256d, __m256i, hv_i64x4, a[(i & ~1) + (b[i] >> 1 & 1)])
HV_INDEXED(avx, _mm256_permutevar_ps, __m256, __m256, __m256i, hv_i32x8, a[(i & ~3) + (b[i] & 3)])
HV_BINARY_IMMEDIATE(avx, _mm256_blend_pd, __m256d, __m256d, imm4, HV_BIT(imm4, i) ? b[i] : a[i])
HV_BINARY_IMMEDIATE(avx, _mm256_blend_ps, __m256, __m256, imm8, HV_BIT(imm8, i) ? b[i] : a[i])
HV_BLEND_SIGNED(avx, _mm256_blendv_pd, __m256d, hv_i64x4)
HV_BLEND_SIGNED(avx, _mm256_blendv_ps, __m256, hv_i32x8)
HV_EXTRACT(avx, _mm256_extractf128_pd, __m128d, __m256d, imm1)
HV_INSERT(avx, _mm256_insertf128_pd, __m256d, __m128d, imm1)
HV_EXTRACT(avx, _mm256_extractf128_ps, __m128, __m256, imm1)
HV_INSERT(avx, _mm256_insertf128_ps, __m256, __m128, imm1)
HV_EXTRACT(avx, _mm256_extractf128_si256, __m128i, __m256i, imm1)
HV_INSERT(avx, _mm256_insertf128_si256, __m256i, __m128i, imm1)
HV_ISA(avx) __m256d _mm256_set_m128d(__m128d high, __m128d low) { return (__m256d){low[0], low[1], high[0], high[1]}; }
HV_ISA(avx) __m256 _mm256_set_m128(__m128 high, __m128 low)
{ __m256 r = {0}; HV_EACH(r, i < 4 ? low[i] : high[i - 4]); return r; }
HV_ISA(avx) __m256i _mm256_set_m128i(__m128i high, __m128i low) { return (__m256i){low[0], low[1], high[0], high[1]}; }

/* Each half of the result is a half of a or of b, or zero: four bits of the immediate say which. */
#define HV_HALVES(x, control) (x[((control) & 1) * (HV_LANES(r) / 2) + i % (HV_LANES(r) / 2)])
#define HV_CONTROL(i) (imm8 >> 4 * (i / (HV_LANES(r) / 2)))
#define HV_CHOOSE_HALVES(control) ((control) & 8 ? 0 : (control) & 2 ? HV_HALVES(b, control) : HV_HALVES(a, control))
HV_BINARY_IMMEDIATE(avx, _mm256_permute2f128_pd, __m256d, __m256d, imm8, HV_CHOOSE_HALVES(HV_CONTROL(i)))
HV_BINARY_IMMEDIATE(avx, _mm256_permute2f128_ps, __m256, __m256, imm8, HV_CHOOSE_HALVES(HV_CONTROL(i)))
HV_BINARY_IMMEDIATE(avx, _mm256_permute2f128_si256, __m256i, __m256i, imm8, HV_CHOOSE_HALVES(HV_CONTROL(i)))

#endif
