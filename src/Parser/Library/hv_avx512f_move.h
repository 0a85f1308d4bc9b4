/* AVX-512F: setting, loading and storing 512-bit vectors; gathers and scatters. */
#ifndef HV_AVX512F_MOVE_H
#define HV_AVX512F_MOVE_H

#include "hv_avx512f.h"

HV_NULLARY(avx512f, _mm512_setzero_pd, __m512d, 0)
HV_NULLARY(avx512f, _mm512_undefined_pd, __m512d, hv_nondet_double())
HV_SPREAD(avx512f, _mm512_set1_pd, __m512d, __m512d, double)
HV_ISA(avx512f) __m512d _mm512_set_pd(
    double e7, double e6, double e5, double e4,
    double e3, double e2, double e1, double e0)
{ return (__m512d){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_ISA(avx512f) __m512d _mm512_setr_pd(
    double e0, double e1, double e2, double e3,
    double e4, double e5, double e6, double e7)
{ return (__m512d){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_LOAD(avx512f, _mm512_load_pd, __m512d, __m512d, void, hv_f64, 64)
HV_LOAD(avx512f, _mm512_loadu_pd, __m512d, __m512d, void, hv_f64, 1)
HV_STORE(avx512f, _mm512_store_pd, __m512d, __m512d, void, hv_f64, 64)
HV_STORE(avx512f, _mm512_storeu_pd, __m512d, __m512d, void, hv_f64, 1)
HV_STORE(avx512f, _mm512_stream_pd, __m512d, __m512d, void, hv_f64, 64)
HV_NULLARY(avx512f, _mm512_setzero_ps, __m512, 0)
HV_NULLARY(avx512f, _mm512_undefined_ps, __m512, hv_nondet_float())
HV_SPREAD(avx512f, _mm512_set1_ps, __m512, __m512, float)
HV_ISA(avx512f) __m512 _mm512_set_ps(
    float e15, float e14, float e13, float e12, float e11, float e10, float e9, float e8,
    float e7, float e6, float e5, float e4, float e3, float e2, float e1, float e0)
{ return (__m512){e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15}; }
HV_ISA(avx512f) __m512 _mm512_setr_ps(
    float e0, float e1, float e2, float e3, float e4, float e5, float e6, float e7,
    float e8, float e9, float e10, float e11, float e12, float e13, float e14, float e15)
{ return (__m512){e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15}; }
HV_LOAD(avx512f, _mm512_load_ps, __m512, __m512, void, hv_f32, 64)
HV_LOAD(avx512f, _mm512_loadu_ps, __m512, __m512, void, hv_f32, 1)
HV_STORE(avx512f, _mm512_store_ps, __m512, __m512, void, hv_f32, 64)
HV_STORE(avx512f, _mm512_storeu_ps, __m512, __m512, void, hv_f32, 1)
HV_STORE(avx512f, _mm512_stream_ps, __m512, __m512, void, hv_f32, 64)

HV_NULLARY(avx512f, _mm512_setzero_epi32, __m512i, 0)
HV_NULLARY(avx512f, _mm512_setzero, __m512, 0)
HV_NULLARY(avx512f, _mm512_setzero_si512, __m512i, 0)
HV_NULLARY(avx512f, _mm512_undefined_epi32, __m512i, hv_nondet_long())
HV_SPREAD(avx512f, _mm512_set1_epi32, __m512i, hv_i32x16, int)
HV_ISA(avx512f) __m512i _mm512_set_epi32(
    int e15, int e14, int e13, int e12, int e11, int e10, int e9, int e8,
    int e7, int e6, int e5, int e4, int e3, int e2, int e1, int e0)
{ return (__m512i)(hv_i32x16){e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15}; }
HV_ISA(avx512f) __m512i _mm512_setr_epi32(
    int e0, int e1, int e2, int e3, int e4, int e5, int e6, int e7,
    int e8, int e9, int e10, int e11, int e12, int e13, int e14, int e15)
{ return (__m512i)(hv_i32x16){e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15}; }
HV_SPREAD(avx512f, _mm512_set1_epi64, __m512i, hv_i64x8, long long)
HV_ISA(avx512f) __m512i _mm512_set_epi64(
    long long e7, long long e6, long long e5, long long e4,
    long long e3, long long e2, long long e1, long long e0)
{ return (__m512i)(hv_i64x8){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_ISA(avx512f) __m512i _mm512_setr_epi64(
    long long e0, long long e1, long long e2, long long e3,
    long long e4, long long e5, long long e6, long long e7)
{ return (__m512i)(hv_i64x8){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_LOAD_WHOLE(avx512f, _mm512_load_si512, __m512i, void, 64)
HV_LOAD_WHOLE(avx512f, _mm512_loadu_si512, __m512i, void, 1)
HV_STORE_WHOLE(avx512f, _mm512_store_si512, __m512i, void, 64)
HV_STORE_WHOLE(avx512f, _mm512_storeu_si512, __m512i, void, 1)
HV_STORE_WHOLE(avx512f, _mm512_stream_si512, __m512i, void, 64)

HV_LOAD_MASKED(avx512f, _mm512, load_pd, __m512d, __m512d, __mmask8, hv_f64, 64)
HV_STORE_MASKED(avx512f, _mm512_mask_store_pd, __m512d, __m512d, __mmask8, hv_f64, 64)
HV_LOAD_MASKED(avx512f, _mm512, loadu_pd, __m512d, __m512d, __mmask8, hv_f64, 1)
HV_STORE_MASKED(avx512f, _mm512_mask_storeu_pd, __m512d, __m512d, __mmask8, hv_f64, 1)
HV_LOAD_MASKED(avx512f, _mm512, load_ps, __m512, __m512, __mmask16, hv_f32, 64)
HV_STORE_MASKED(avx512f, _mm512_mask_store_ps, __m512, __m512, __mmask16, hv_f32, 64)
HV_LOAD_MASKED(avx512f, _mm512, loadu_ps, __m512, __m512, __mmask16, hv_f32, 1)
HV_STORE_MASKED(avx512f, _mm512_mask_storeu_ps, __m512, __m512, __mmask16, hv_f32, 1)
HV_LOAD_MASKED(avx512f, _mm512, load_epi32, __m512i, hv_i32x16, __mmask16, hv_i32, 64)
HV_STORE_MASKED(avx512f, _mm512_mask_store_epi32, __m512i, hv_i32x16, __mmask16, hv_i32, 64)
HV_LOAD(avx512f, _mm512_load_epi32, __m512i, hv_i32x16, void, hv_i32, 64)
HV_STORE(avx512f, _mm512_store_epi32, __m512i, hv_i32x16, void, hv_i32, 64)
HV_LOAD_MASKED(avx512f, _mm512, loadu_epi32, __m512i, hv_i32x16, __mmask16, hv_i32, 1)
HV_STORE_MASKED(avx512f, _mm512_mask_storeu_epi32, __m512i, hv_i32x16, __mmask16, hv_i32, 1)
HV_LOAD(avx512f, _mm512_loadu_epi32, __m512i, hv_i32x16, void, hv_i32, 1)
HV_STORE(avx512f, _mm512_storeu_epi32, __m512i, hv_i32x16, void, hv_i32, 1)
HV_LOAD_MASKED(avx512f, _mm512, load_epi64, __m512i, hv_i64x8, __mmask8, hv_i64, 64)
HV_STORE_MASKED(avx512f, _mm512_mask_store_epi64, __m512i, hv_i64x8, __mmask8, hv_i64, 64)
HV_LOAD(avx512f, _mm512_load_epi64, __m512i, hv_i64x8, void, hv_i64, 64)
HV_STORE(avx512f, _mm512_store_epi64, __m512i, hv_i64x8, void, hv_i64, 64)
HV_LOAD_MASKED(avx512f, _mm512, loadu_epi64, __m512i, hv_i64x8, __mmask8, hv_i64, 1)
HV_STORE_MASKED(avx512f, _mm512_mask_storeu_epi64, __m512i, hv_i64x8, __mmask8, hv_i64, 1)
HV_LOAD(avx512f, _mm512_loadu_epi64, __m512i, hv_i64x8, void, hv_i64, 1)
HV_STORE(avx512f, _mm512_storeu_epi64, __m512i, hv_i64x8, void, hv_i64, 1)

HV_GATHER_512(avx512f, _mm512, i32gather_pd, __m512d, __m512d, __m256i, hv_i32x8, __mmask8, hv_f64)
HV_SCATTER(avx512f, _mm512, i32scatter_pd, __m512d, __m512d, __m256i, hv_i32x8, __mmask8, hv_f64)
HV_GATHER_512(avx512f, _mm512, i32gather_ps, __m512, __m512, __m512i, hv_i32x16, __mmask16, hv_f32)
HV_SCATTER(avx512f, _mm512, i32scatter_ps, __m512, __m512, __m512i, hv_i32x16, __mmask16, hv_f32)
HV_GATHER_512(avx512f, _mm512, i32gather_epi32, __m512i, hv_i32x16, __m512i, hv_i32x16, __mmask16, hv_i32)
HV_SCATTER(avx512f, _mm512, i32scatter_epi32, __m512i, hv_i32x16, __m512i, hv_i32x16, __mmask16, hv_i32)
HV_GATHER_512(avx512f, _mm512, i32gather_epi64, __m512i, hv_i64x8, __m256i, hv_i32x8, __mmask8, hv_i64)
HV_SCATTER(avx512f, _mm512, i32scatter_epi64, __m512i, hv_i64x8, __m256i, hv_i32x8, __mmask8, hv_i64)
HV_GATHER_512(avx512f, _mm512, i64gather_pd, __m512d, __m512d, __m512i, hv_i64x8, __mmask8, hv_f64)
HV_SCATTER(avx512f, _mm512, i64scatter_pd, __m512d, __m512d, __m512i, hv_i64x8, __mmask8, hv_f64)
HV_GATHER_512(avx512f, _mm512, i64gather_epi64, __m512i, hv_i64x8, __m512i, hv_i64x8, __mmask8, hv_i64)
HV_SCATTER(avx512f, _mm512, i64scatter_epi64, __m512i, hv_i64x8, __m512i, hv_i64x8, __mmask8, hv_i64)

#endif
