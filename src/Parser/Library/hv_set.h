/* Vectors from scalars: set, setr, set1, zero, undefined. */
#ifndef HV_SET_H
#define HV_SET_H

#include "hv_convert.h"

HV_ISA(sse) __m128 _mm_set_ps(float e3, float e2, float e1, float e0)
{ return (__m128)(hv_f32x4){e0, e1, e2, e3}; }
HV_ISA(sse) __m128 _mm_setr_ps(float e0, float e1, float e2, float e3)
{ return (__m128)(hv_f32x4){e0, e1, e2, e3}; }
HV_SPREAD(sse, _mm_set1_ps, __m128, hv_f32x4, float)
HV_ISA(sse2) __m128d _mm_set_pd(double e1, double e0)
{ return (__m128d)(hv_f64x2){e0, e1}; }
HV_ISA(sse2) __m128d _mm_setr_pd(double e0, double e1)
{ return (__m128d)(hv_f64x2){e0, e1}; }
HV_SPREAD(sse2, _mm_set1_pd, __m128d, hv_f64x2, double)
HV_ISA(sse2) __m128i _mm_set_epi8(
    char e15, char e14, char e13, char e12, char e11, char e10, char e9, char e8,
    char e7, char e6, char e5, char e4, char e3, char e2, char e1, char e0)
{ return (__m128i)(hv_i8x16){e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15}; }
HV_ISA(sse2) __m128i _mm_setr_epi8(
    char e0, char e1, char e2, char e3, char e4, char e5, char e6, char e7,
    char e8, char e9, char e10, char e11, char e12, char e13, char e14, char e15)
{ return (__m128i)(hv_i8x16){e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15}; }
HV_SPREAD(sse2, _mm_set1_epi8, __m128i, hv_i8x16, char)
HV_ISA(sse2) __m128i _mm_set_epi16(
    short e7, short e6, short e5, short e4, short e3, short e2, short e1, short e0)
{ return (__m128i)(hv_i16x8){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_ISA(sse2) __m128i _mm_setr_epi16(
    short e0, short e1, short e2, short e3, short e4, short e5, short e6, short e7)
{ return (__m128i)(hv_i16x8){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_SPREAD(sse2, _mm_set1_epi16, __m128i, hv_i16x8, short)
HV_ISA(sse2) __m128i _mm_set_epi32(int e3, int e2, int e1, int e0)
{ return (__m128i)(hv_i32x4){e0, e1, e2, e3}; }
HV_ISA(sse2) __m128i _mm_setr_epi32(int e0, int e1, int e2, int e3)
{ return (__m128i)(hv_i32x4){e0, e1, e2, e3}; }
HV_SPREAD(sse2, _mm_set1_epi32, __m128i, hv_i32x4, int)
HV_ISA(sse2) __m128i _mm_set_epi64x(long long e1, long long e0)
{ return (__m128i)(hv_i64x2){e0, e1}; }
HV_SPREAD(sse2, _mm_set1_epi64x, __m128i, hv_i64x2, long long)
HV_ISA(avx) __m256 _mm256_set_ps(
    float e7, float e6, float e5, float e4, float e3, float e2, float e1, float e0)
{ return (__m256)(hv_f32x8){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_ISA(avx) __m256 _mm256_setr_ps(
    float e0, float e1, float e2, float e3, float e4, float e5, float e6, float e7)
{ return (__m256)(hv_f32x8){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_SPREAD(avx, _mm256_set1_ps, __m256, hv_f32x8, float)
HV_ISA(avx) __m256d _mm256_set_pd(double e3, double e2, double e1, double e0)
{ return (__m256d)(hv_f64x4){e0, e1, e2, e3}; }
HV_ISA(avx) __m256d _mm256_setr_pd(double e0, double e1, double e2, double e3)
{ return (__m256d)(hv_f64x4){e0, e1, e2, e3}; }
HV_SPREAD(avx, _mm256_set1_pd, __m256d, hv_f64x4, double)
HV_ISA(avx) __m256i _mm256_set_epi8(
    char e31, char e30, char e29, char e28, char e27, char e26, char e25, char e24,
    char e23, char e22, char e21, char e20, char e19, char e18, char e17, char e16,
    char e15, char e14, char e13, char e12, char e11, char e10, char e9, char e8,
    char e7, char e6, char e5, char e4, char e3, char e2, char e1, char e0)
{ return (__m256i)(hv_i8x32){
    e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15,
    e16, e17, e18, e19, e20, e21, e22, e23, e24, e25, e26, e27, e28, e29, e30, e31}; }
HV_ISA(avx) __m256i _mm256_setr_epi8(
    char e0, char e1, char e2, char e3, char e4, char e5, char e6, char e7,
    char e8, char e9, char e10, char e11, char e12, char e13, char e14, char e15,
    char e16, char e17, char e18, char e19, char e20, char e21, char e22, char e23,
    char e24, char e25, char e26, char e27, char e28, char e29, char e30, char e31)
{ return (__m256i)(hv_i8x32){
    e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15,
    e16, e17, e18, e19, e20, e21, e22, e23, e24, e25, e26, e27, e28, e29, e30, e31}; }
HV_SPREAD(avx, _mm256_set1_epi8, __m256i, hv_i8x32, char)
HV_ISA(avx) __m256i _mm256_set_epi16(
    short e15, short e14, short e13, short e12, short e11, short e10, short e9, short e8,
    short e7, short e6, short e5, short e4, short e3, short e2, short e1, short e0)
{ return (__m256i)(hv_i16x16){e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15}; }
HV_ISA(avx) __m256i _mm256_setr_epi16(
    short e0, short e1, short e2, short e3, short e4, short e5, short e6, short e7,
    short e8, short e9, short e10, short e11, short e12, short e13, short e14, short e15)
{ return (__m256i)(hv_i16x16){e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15}; }
HV_SPREAD(avx, _mm256_set1_epi16, __m256i, hv_i16x16, short)
HV_ISA(avx) __m256i _mm256_set_epi32(
    int e7, int e6, int e5, int e4, int e3, int e2, int e1, int e0)
{ return (__m256i)(hv_i32x8){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_ISA(avx) __m256i _mm256_setr_epi32(
    int e0, int e1, int e2, int e3, int e4, int e5, int e6, int e7)
{ return (__m256i)(hv_i32x8){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_SPREAD(avx, _mm256_set1_epi32, __m256i, hv_i32x8, int)
HV_ISA(avx) __m256i _mm256_set_epi64x(long long e3, long long e2, long long e1, long long e0)
{ return (__m256i)(hv_i64x4){e0, e1, e2, e3}; }
HV_ISA(avx) __m256i _mm256_setr_epi64x(long long e0, long long e1, long long e2, long long e3)
{ return (__m256i)(hv_i64x4){e0, e1, e2, e3}; }
HV_SPREAD(avx, _mm256_set1_epi64x, __m256i, hv_i64x4, long long)
HV_ISA(avx512f) __m512 _mm512_set_ps(
    float e15, float e14, float e13, float e12, float e11, float e10, float e9, float e8,
    float e7, float e6, float e5, float e4, float e3, float e2, float e1, float e0)
{ return (__m512)(hv_f32x16){e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15}; }
HV_ISA(avx512f) __m512 _mm512_setr_ps(
    float e0, float e1, float e2, float e3, float e4, float e5, float e6, float e7,
    float e8, float e9, float e10, float e11, float e12, float e13, float e14, float e15)
{ return (__m512)(hv_f32x16){e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15}; }
HV_SPREAD(avx512f, _mm512_set1_ps, __m512, hv_f32x16, float)
HV_ISA(avx512f) __m512d _mm512_set_pd(
    double e7, double e6, double e5, double e4, double e3, double e2, double e1, double e0)
{ return (__m512d)(hv_f64x8){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_ISA(avx512f) __m512d _mm512_setr_pd(
    double e0, double e1, double e2, double e3, double e4, double e5, double e6, double e7)
{ return (__m512d)(hv_f64x8){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_SPREAD(avx512f, _mm512_set1_pd, __m512d, hv_f64x8, double)
HV_ISA(avx512f) __m512i _mm512_set_epi8(
    char e63, char e62, char e61, char e60, char e59, char e58, char e57, char e56,
    char e55, char e54, char e53, char e52, char e51, char e50, char e49, char e48,
    char e47, char e46, char e45, char e44, char e43, char e42, char e41, char e40,
    char e39, char e38, char e37, char e36, char e35, char e34, char e33, char e32,
    char e31, char e30, char e29, char e28, char e27, char e26, char e25, char e24,
    char e23, char e22, char e21, char e20, char e19, char e18, char e17, char e16,
    char e15, char e14, char e13, char e12, char e11, char e10, char e9, char e8,
    char e7, char e6, char e5, char e4, char e3, char e2, char e1, char e0)
{ return (__m512i)(hv_i8x64){
    e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15,
    e16, e17, e18, e19, e20, e21, e22, e23, e24, e25, e26, e27, e28, e29, e30, e31,
    e32, e33, e34, e35, e36, e37, e38, e39, e40, e41, e42, e43, e44, e45, e46, e47,
    e48, e49, e50, e51, e52, e53, e54, e55, e56, e57, e58, e59, e60, e61, e62, e63}; }
HV_SPREAD(avx512f, _mm512_set1_epi8, __m512i, hv_i8x64, char)
HV_ISA(avx512f) __m512i _mm512_set_epi16(
    short e31, short e30, short e29, short e28, short e27, short e26, short e25, short e24,
    short e23, short e22, short e21, short e20, short e19, short e18, short e17, short e16,
    short e15, short e14, short e13, short e12, short e11, short e10, short e9, short e8,
    short e7, short e6, short e5, short e4, short e3, short e2, short e1, short e0)
{ return (__m512i)(hv_i16x32){
    e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15,
    e16, e17, e18, e19, e20, e21, e22, e23, e24, e25, e26, e27, e28, e29, e30, e31}; }
HV_SPREAD(avx512f, _mm512_set1_epi16, __m512i, hv_i16x32, short)
HV_ISA(avx512f) __m512i _mm512_set_epi32(
    int e15, int e14, int e13, int e12, int e11, int e10, int e9, int e8,
    int e7, int e6, int e5, int e4, int e3, int e2, int e1, int e0)
{ return (__m512i)(hv_i32x16){e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15}; }
HV_ISA(avx512f) __m512i _mm512_setr_epi32(
    int e0, int e1, int e2, int e3, int e4, int e5, int e6, int e7,
    int e8, int e9, int e10, int e11, int e12, int e13, int e14, int e15)
{ return (__m512i)(hv_i32x16){e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15}; }
HV_SPREAD(avx512f, _mm512_set1_epi32, __m512i, hv_i32x16, int)
HV_ISA(avx512f) __m512i _mm512_set_epi64(
    long long e7, long long e6, long long e5, long long e4, long long e3, long long e2, long long e1, long long e0)
{ return (__m512i)(hv_i64x8){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_ISA(avx512f) __m512i _mm512_setr_epi64(
    long long e0, long long e1, long long e2, long long e3, long long e4, long long e5, long long e6, long long e7)
{ return (__m512i)(hv_i64x8){e0, e1, e2, e3, e4, e5, e6, e7}; }
HV_SPREAD(avx512f, _mm512_set1_epi64, __m512i, hv_i64x8, long long)
HV_ISA(avx512f) __m512 _mm512_set4_ps(float e3, float e2, float e1, float e0)
{ hv_f32x16 r = {0}, e = {e0, e1, e2, e3}; HV_EACH(r, e[i & 3]); return (__m512)r; }
HV_ISA(avx512f) __m512 _mm512_setr4_ps(float e0, float e1, float e2, float e3)
{ hv_f32x16 r = {0}, e = {e0, e1, e2, e3}; HV_EACH(r, e[i & 3]); return (__m512)r; }
HV_ISA(avx512f) __m512d _mm512_set4_pd(double e3, double e2, double e1, double e0)
{ hv_f64x8 r = {0}, e = {e0, e1, e2, e3}; HV_EACH(r, e[i & 3]); return (__m512d)r; }
HV_ISA(avx512f) __m512d _mm512_setr4_pd(double e0, double e1, double e2, double e3)
{ hv_f64x8 r = {0}, e = {e0, e1, e2, e3}; HV_EACH(r, e[i & 3]); return (__m512d)r; }
HV_ISA(avx512f) __m512i _mm512_set4_epi32(int e3, int e2, int e1, int e0)
{ hv_i32x16 r = {0}, e = {e0, e1, e2, e3}; HV_EACH(r, e[i & 3]); return (__m512i)r; }
HV_ISA(avx512f) __m512i _mm512_setr4_epi32(int e0, int e1, int e2, int e3)
{ hv_i32x16 r = {0}, e = {e0, e1, e2, e3}; HV_EACH(r, e[i & 3]); return (__m512i)r; }
HV_ISA(avx512f) __m512i _mm512_set4_epi64(long long e3, long long e2, long long e1, long long e0)
{ hv_i64x8 r = {0}, e = {e0, e1, e2, e3}; HV_EACH(r, e[i & 3]); return (__m512i)r; }
HV_ISA(avx512f) __m512i _mm512_setr4_epi64(long long e0, long long e1, long long e2, long long e3)
{ hv_i64x8 r = {0}, e = {e0, e1, e2, e3}; HV_EACH(r, e[i & 3]); return (__m512i)r; }
HV_SPREAD(sse, _mm_set_ps1, __m128, __m128, float)
HV_SPREAD(sse2, _mm_set_pd1, __m128d, __m128d, double)
HV_ISA(sse) __m128 _mm_set_ss(float x) { return (__m128){x, 0, 0, 0}; }
HV_ISA(sse2) __m128d _mm_set_sd(double x) { return (__m128d){x, 0}; }

#define HV_SET1_FORMS(isa, mask_isa, prefix, suffix, vector, lane, mask, type) \
    HV_ISA(mask_isa) vector prefix##_mask_set1_##suffix(vector source, mask k, type x) \
    { lane r = (lane)source; HV_EACH(r, HV_BIT(k, i) ? x : r[i]); return (vector)r; } \
    HV_ISA(mask_isa) vector prefix##_maskz_set1_##suffix(mask k, type x) \
    { lane r = {0}; HV_EACH(r, HV_BIT(k, i) ? x : 0); return (vector)r; }
HV_WIDTHS_8(HV_SET1_FORMS, avx512bw, avx512bw, epi8, i, char)
HV_WIDTHS_16(HV_SET1_FORMS, avx512bw, avx512bw, epi16, i, short)
HV_WIDTHS_32(HV_SET1_FORMS, avx512vl, avx512vl, avx512f, epi32, i, int)
HV_WIDTHS_64(HV_SET1_FORMS, avx512vl, avx512vl, avx512f, epi64, i, long long)

HV_NULLARY(sse, _mm_setzero_ps, __m128, 0)
HV_NULLARY(sse, _mm_undefined_ps, __m128, hv_nondet_float())
HV_NULLARY(sse2, _mm_setzero_pd, __m128d, 0)
HV_NULLARY(sse2, _mm_undefined_pd, __m128d, hv_nondet_double())
HV_NULLARY(sse2, _mm_setzero_si128, __m128i, 0)
HV_NULLARY(sse2, _mm_undefined_si128, __m128i, hv_nondet_long())
HV_NULLARY(avx, _mm256_setzero_ps, __m256, 0)
HV_NULLARY(avx, _mm256_undefined_ps, __m256, hv_nondet_float())
HV_NULLARY(avx, _mm256_setzero_pd, __m256d, 0)
HV_NULLARY(avx, _mm256_undefined_pd, __m256d, hv_nondet_double())
HV_NULLARY(avx, _mm256_setzero_si256, __m256i, 0)
HV_NULLARY(avx, _mm256_undefined_si256, __m256i, hv_nondet_long())
HV_NULLARY(avx512f, _mm512_setzero_ps, __m512, 0)
HV_NULLARY(avx512f, _mm512_undefined_ps, __m512, hv_nondet_float())
HV_NULLARY(avx512f, _mm512_setzero_pd, __m512d, 0)
HV_NULLARY(avx512f, _mm512_undefined_pd, __m512d, hv_nondet_double())
HV_NULLARY(avx512f, _mm512_setzero_si512, __m512i, 0)
HV_NULLARY(avx512f, _mm512_setzero, __m512, 0)
HV_NULLARY(avx512f, _mm512_setzero_epi32, __m512i, 0)
HV_NULLARY(avx512f, _mm512_undefined, __m512, hv_nondet_float())
HV_NULLARY(avx512f, _mm512_undefined_epi32, __m512i, hv_nondet_long())

/* 256 bits of two halves: the upper one is written first, except by setr. */
HV_ISA(avx) __m256 _mm256_set_m128(__m128 high, __m128 low)
{ __m256 r = {0}; HV_EACH(r, i < 4 ? low[i] : high[i - 4]); return r; }
HV_ISA(avx) __m256 _mm256_setr_m128(__m128 low, __m128 high) { return _mm256_set_m128(high, low); }
HV_ISA(avx) __m256d _mm256_set_m128d(__m128d high, __m128d low)
{ __m256d r = {0}; HV_EACH(r, i < 2 ? low[i] : high[i - 2]); return r; }
HV_ISA(avx) __m256d _mm256_setr_m128d(__m128d low, __m128d high) { return _mm256_set_m128d(high, low); }
HV_ISA(avx) __m256i _mm256_set_m128i(__m128i high, __m128i low)
{ __m256i r = {0}; HV_EACH(r, i < 2 ? low[i] : high[i - 2]); return r; }
HV_ISA(avx) __m256i _mm256_setr_m128i(__m128i low, __m128i high) { return _mm256_set_m128i(high, low); }

#endif
