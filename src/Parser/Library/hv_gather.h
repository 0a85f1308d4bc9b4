/* Gathers and scatters. Lanes are visited from 0 upwards, so the last of equal indices wins. */
#ifndef HV_GATHER_H
#define HV_GATHER_H

#include "hv_memory.h"

/* Element at base + scale * index bytes. */
#define HV_AT(element, base, index, scale) ((element *)((char *)(base) + (long long)(index) * (scale)))
#define HV_CONST_AT(element, base, index, scale) \
    ((const element *)((const char *)(base) + (long long)(index) * (scale)))
#define HV_MINIMUM_LANES(x, y) (HV_LANES(x) < HV_LANES(y) ? HV_LANES(x) : HV_LANES(y))

/* Lanes without an index are zero. AVX2 masks by sign bits, AVX-512 by mask registers. */
#define HV_GATHER(prefix, op, vector, lane, index_vector, index_lane, pointee, element, mask_lane) \
    HV_ISA(avx2) vector prefix##_##op(const pointee *base, index_vector index, const int scale) \
    { index_lane x = (index_lane)index; lane r = {0}; \
      for (int i = 0; i < HV_MINIMUM_LANES(r, x); i++) r[i] = *HV_CONST_AT(element, base, x[i], scale); \
      return (vector)r; } \
    HV_ISA(avx2) vector prefix##_mask_##op( \
        vector source, const pointee *base, index_vector index, vector vm, const int scale) \
    { index_lane x = (index_lane)index; mask_lane m = (mask_lane)vm; lane s = (lane)source, r = {0}; \
      for (int i = 0; i < HV_MINIMUM_LANES(r, x); i++) { \
          if (m[i] < 0) r[i] = *HV_CONST_AT(element, base, x[i], scale); else r[i] = s[i]; } \
      return (vector)r; }
#define HV_GATHER_MASKED(isa, name, vector, lane, index_vector, index_lane, mask, element) \
    HV_ISA(isa) vector name(vector source, mask k, index_vector index, const void *base, int scale) \
    { index_lane x = (index_lane)index; lane s = (lane)source, r = {0}; \
      for (int i = 0; i < HV_MINIMUM_LANES(r, x); i++) { \
          if (HV_BIT(k, i)) r[i] = *HV_CONST_AT(element, base, x[i], scale); else r[i] = s[i]; } \
      return (vector)r; }
#define HV_GATHER_512(op, vector, lane, index_vector, index_lane, mask, element) \
    HV_ISA(avx512f) vector _mm512_##op(index_vector index, const void *base, int scale) \
    { index_lane x = (index_lane)index; lane r = {0}; \
      for (int i = 0; i < HV_MINIMUM_LANES(r, x); i++) r[i] = *HV_CONST_AT(element, base, x[i], scale); \
      return (vector)r; } \
    HV_GATHER_MASKED(avx512f, _mm512_mask_##op, vector, lane, index_vector, index_lane, mask, element)
#define HV_SCATTER(isa, prefix, op, vector, lane, index_vector, index_lane, mask, element) \
    HV_ISA(isa) void prefix##_##op(void *base, index_vector index, vector va, int scale) \
    { index_lane x = (index_lane)index; lane a = (lane)va; \
      for (int i = 0; i < HV_MINIMUM_LANES(a, x); i++) *HV_AT(element, base, x[i], scale) = a[i]; } \
    HV_ISA(isa) void prefix##_mask_##op(void *base, mask k, index_vector index, vector va, int scale) \
    { index_lane x = (index_lane)index; lane a = (lane)va; \
      for (int i = 0; i < HV_MINIMUM_LANES(a, x); i++) { \
          if (HV_BIT(k, i)) *HV_AT(element, base, x[i], scale) = a[i]; } }

HV_GATHER(_mm, i32gather_ps, __m128, hv_f32x4, __m128i, hv_i32x4, float, hv_f32, hv_i32x4)
HV_GATHER_MASKED(avx512vl, _mm_mmask_i32gather_ps, __m128, hv_f32x4, __m128i, hv_i32x4, __mmask8, hv_f32)
HV_SCATTER(avx512vl, _mm, i32scatter_ps, __m128, hv_f32x4, __m128i, hv_i32x4, __mmask8, hv_f32)
HV_GATHER(_mm256, i32gather_ps, __m256, hv_f32x8, __m256i, hv_i32x8, float, hv_f32, hv_i32x8)
HV_GATHER_MASKED(avx512vl, _mm256_mmask_i32gather_ps, __m256, hv_f32x8, __m256i, hv_i32x8, __mmask8, hv_f32)
HV_SCATTER(avx512vl, _mm256, i32scatter_ps, __m256, hv_f32x8, __m256i, hv_i32x8, __mmask8, hv_f32)
HV_GATHER_512(i32gather_ps, __m512, hv_f32x16, __m512i, hv_i32x16, __mmask16, hv_f32)
HV_SCATTER(avx512f, _mm512, i32scatter_ps, __m512, hv_f32x16, __m512i, hv_i32x16, __mmask16, hv_f32)
HV_GATHER(_mm, i32gather_pd, __m128d, hv_f64x2, __m128i, hv_i32x4, double, hv_f64, hv_i64x2)
HV_GATHER_MASKED(avx512vl, _mm_mmask_i32gather_pd, __m128d, hv_f64x2, __m128i, hv_i32x4, __mmask8, hv_f64)
HV_SCATTER(avx512vl, _mm, i32scatter_pd, __m128d, hv_f64x2, __m128i, hv_i32x4, __mmask8, hv_f64)
HV_GATHER(_mm256, i32gather_pd, __m256d, hv_f64x4, __m128i, hv_i32x4, double, hv_f64, hv_i64x4)
HV_GATHER_MASKED(avx512vl, _mm256_mmask_i32gather_pd, __m256d, hv_f64x4, __m128i, hv_i32x4, __mmask8, hv_f64)
HV_SCATTER(avx512vl, _mm256, i32scatter_pd, __m256d, hv_f64x4, __m128i, hv_i32x4, __mmask8, hv_f64)
HV_GATHER_512(i32gather_pd, __m512d, hv_f64x8, __m256i, hv_i32x8, __mmask8, hv_f64)
HV_SCATTER(avx512f, _mm512, i32scatter_pd, __m512d, hv_f64x8, __m256i, hv_i32x8, __mmask8, hv_f64)
HV_GATHER(_mm, i32gather_epi32, __m128i, hv_i32x4, __m128i, hv_i32x4, int, hv_i32, hv_i32x4)
HV_GATHER_MASKED(avx512vl, _mm_mmask_i32gather_epi32, __m128i, hv_i32x4, __m128i, hv_i32x4, __mmask8, hv_i32)
HV_SCATTER(avx512vl, _mm, i32scatter_epi32, __m128i, hv_i32x4, __m128i, hv_i32x4, __mmask8, hv_i32)
HV_GATHER(_mm256, i32gather_epi32, __m256i, hv_i32x8, __m256i, hv_i32x8, int, hv_i32, hv_i32x8)
HV_GATHER_MASKED(avx512vl, _mm256_mmask_i32gather_epi32, __m256i, hv_i32x8, __m256i, hv_i32x8, __mmask8, hv_i32)
HV_SCATTER(avx512vl, _mm256, i32scatter_epi32, __m256i, hv_i32x8, __m256i, hv_i32x8, __mmask8, hv_i32)
HV_GATHER_512(i32gather_epi32, __m512i, hv_i32x16, __m512i, hv_i32x16, __mmask16, hv_i32)
HV_SCATTER(avx512f, _mm512, i32scatter_epi32, __m512i, hv_i32x16, __m512i, hv_i32x16, __mmask16, hv_i32)
HV_GATHER(_mm, i32gather_epi64, __m128i, hv_i64x2, __m128i, hv_i32x4, long long, hv_i64, hv_i64x2)
HV_GATHER_MASKED(avx512vl, _mm_mmask_i32gather_epi64, __m128i, hv_i64x2, __m128i, hv_i32x4, __mmask8, hv_i64)
HV_SCATTER(avx512vl, _mm, i32scatter_epi64, __m128i, hv_i64x2, __m128i, hv_i32x4, __mmask8, hv_i64)
HV_GATHER(_mm256, i32gather_epi64, __m256i, hv_i64x4, __m128i, hv_i32x4, long long, hv_i64, hv_i64x4)
HV_GATHER_MASKED(avx512vl, _mm256_mmask_i32gather_epi64, __m256i, hv_i64x4, __m128i, hv_i32x4, __mmask8, hv_i64)
HV_SCATTER(avx512vl, _mm256, i32scatter_epi64, __m256i, hv_i64x4, __m128i, hv_i32x4, __mmask8, hv_i64)
HV_GATHER_512(i32gather_epi64, __m512i, hv_i64x8, __m256i, hv_i32x8, __mmask8, hv_i64)
HV_SCATTER(avx512f, _mm512, i32scatter_epi64, __m512i, hv_i64x8, __m256i, hv_i32x8, __mmask8, hv_i64)
HV_GATHER(_mm, i64gather_ps, __m128, hv_f32x4, __m128i, hv_i64x2, float, hv_f32, hv_i32x4)
HV_GATHER_MASKED(avx512vl, _mm_mmask_i64gather_ps, __m128, hv_f32x4, __m128i, hv_i64x2, __mmask8, hv_f32)
HV_SCATTER(avx512vl, _mm, i64scatter_ps, __m128, hv_f32x4, __m128i, hv_i64x2, __mmask8, hv_f32)
HV_GATHER(_mm256, i64gather_ps, __m128, hv_f32x4, __m256i, hv_i64x4, float, hv_f32, hv_i32x4)
HV_GATHER_MASKED(avx512vl, _mm256_mmask_i64gather_ps, __m128, hv_f32x4, __m256i, hv_i64x4, __mmask8, hv_f32)
HV_SCATTER(avx512vl, _mm256, i64scatter_ps, __m128, hv_f32x4, __m256i, hv_i64x4, __mmask8, hv_f32)
HV_GATHER_512(i64gather_ps, __m256, hv_f32x8, __m512i, hv_i64x8, __mmask8, hv_f32)
HV_SCATTER(avx512f, _mm512, i64scatter_ps, __m256, hv_f32x8, __m512i, hv_i64x8, __mmask8, hv_f32)
HV_GATHER(_mm, i64gather_pd, __m128d, hv_f64x2, __m128i, hv_i64x2, double, hv_f64, hv_i64x2)
HV_GATHER_MASKED(avx512vl, _mm_mmask_i64gather_pd, __m128d, hv_f64x2, __m128i, hv_i64x2, __mmask8, hv_f64)
HV_SCATTER(avx512vl, _mm, i64scatter_pd, __m128d, hv_f64x2, __m128i, hv_i64x2, __mmask8, hv_f64)
HV_GATHER(_mm256, i64gather_pd, __m256d, hv_f64x4, __m256i, hv_i64x4, double, hv_f64, hv_i64x4)
HV_GATHER_MASKED(avx512vl, _mm256_mmask_i64gather_pd, __m256d, hv_f64x4, __m256i, hv_i64x4, __mmask8, hv_f64)
HV_SCATTER(avx512vl, _mm256, i64scatter_pd, __m256d, hv_f64x4, __m256i, hv_i64x4, __mmask8, hv_f64)
HV_GATHER_512(i64gather_pd, __m512d, hv_f64x8, __m512i, hv_i64x8, __mmask8, hv_f64)
HV_SCATTER(avx512f, _mm512, i64scatter_pd, __m512d, hv_f64x8, __m512i, hv_i64x8, __mmask8, hv_f64)
HV_GATHER(_mm, i64gather_epi32, __m128i, hv_i32x4, __m128i, hv_i64x2, int, hv_i32, hv_i32x4)
HV_GATHER_MASKED(avx512vl, _mm_mmask_i64gather_epi32, __m128i, hv_i32x4, __m128i, hv_i64x2, __mmask8, hv_i32)
HV_SCATTER(avx512vl, _mm, i64scatter_epi32, __m128i, hv_i32x4, __m128i, hv_i64x2, __mmask8, hv_i32)
HV_GATHER(_mm256, i64gather_epi32, __m128i, hv_i32x4, __m256i, hv_i64x4, int, hv_i32, hv_i32x4)
HV_GATHER_MASKED(avx512vl, _mm256_mmask_i64gather_epi32, __m128i, hv_i32x4, __m256i, hv_i64x4, __mmask8, hv_i32)
HV_SCATTER(avx512vl, _mm256, i64scatter_epi32, __m128i, hv_i32x4, __m256i, hv_i64x4, __mmask8, hv_i32)
HV_GATHER_512(i64gather_epi32, __m256i, hv_i32x8, __m512i, hv_i64x8, __mmask8, hv_i32)
HV_SCATTER(avx512f, _mm512, i64scatter_epi32, __m256i, hv_i32x8, __m512i, hv_i64x8, __mmask8, hv_i32)
HV_GATHER(_mm, i64gather_epi64, __m128i, hv_i64x2, __m128i, hv_i64x2, long long, hv_i64, hv_i64x2)
HV_GATHER_MASKED(avx512vl, _mm_mmask_i64gather_epi64, __m128i, hv_i64x2, __m128i, hv_i64x2, __mmask8, hv_i64)
HV_SCATTER(avx512vl, _mm, i64scatter_epi64, __m128i, hv_i64x2, __m128i, hv_i64x2, __mmask8, hv_i64)
HV_GATHER(_mm256, i64gather_epi64, __m256i, hv_i64x4, __m256i, hv_i64x4, long long, hv_i64, hv_i64x4)
HV_GATHER_MASKED(avx512vl, _mm256_mmask_i64gather_epi64, __m256i, hv_i64x4, __m256i, hv_i64x4, __mmask8, hv_i64)
HV_SCATTER(avx512vl, _mm256, i64scatter_epi64, __m256i, hv_i64x4, __m256i, hv_i64x4, __mmask8, hv_i64)
HV_GATHER_512(i64gather_epi64, __m512i, hv_i64x8, __m512i, hv_i64x8, __mmask8, hv_i64)
HV_SCATTER(avx512f, _mm512, i64scatter_epi64, __m512i, hv_i64x8, __m512i, hv_i64x8, __mmask8, hv_i64)

#endif
