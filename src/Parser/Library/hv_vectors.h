/* The vector types of the Intel intrinsics, and the choice between vectors by a mask. */
#ifndef HV_VECTORS_H
#define HV_VECTORS_H

#include "hv_views.h"

typedef int __m64 __attribute__((__vector_size__(8), __may_alias__));
typedef float __m128 HV_VECTOR(16);
typedef double __m128d HV_VECTOR(16);
typedef long long __m128i HV_VECTOR(16);
typedef float __m256 HV_VECTOR(32);
typedef double __m256d HV_VECTOR(32);
typedef long long __m256i HV_VECTOR(32);
typedef float __m512 HV_VECTOR(64);
typedef double __m512d HV_VECTOR(64);
typedef long long __m512i HV_VECTOR(64);

typedef float __m128_u HV_UNALIGNED_VECTOR(16);
typedef double __m128d_u HV_UNALIGNED_VECTOR(16);
typedef long long __m128i_u HV_UNALIGNED_VECTOR(16);
typedef float __m256_u HV_UNALIGNED_VECTOR(32);
typedef double __m256d_u HV_UNALIGNED_VECTOR(32);
typedef long long __m256i_u HV_UNALIGNED_VECTOR(32);
typedef float __m512_u HV_UNALIGNED_VECTOR(64);
typedef double __m512d_u HV_UNALIGNED_VECTOR(64);
typedef long long __m512i_u HV_UNALIGNED_VECTOR(64);

typedef unsigned char __mmask8;
typedef unsigned short __mmask16;
typedef unsigned int __mmask32;
typedef unsigned long long __mmask64;

/* Lanes of x where the mask has a bit, lanes of y elsewhere: what every mask and maskz form does at its end. */
#define HV_SELECT(lane) \
    static inline lane lane##_select(unsigned long long k, lane x, lane y) \
    { lane r = {0}; HV_EACH(r, HV_BIT(k, i) ? x[i] : y[i]); return r; }
HV_SELECT(hv_i8x16)
HV_SELECT(hv_i8x32)
HV_SELECT(hv_i8x64)
HV_SELECT(hv_u8x16)
HV_SELECT(hv_u8x32)
HV_SELECT(hv_u8x64)
HV_SELECT(hv_i16x8)
HV_SELECT(hv_i16x16)
HV_SELECT(hv_i16x32)
HV_SELECT(hv_u16x8)
HV_SELECT(hv_u16x16)
HV_SELECT(hv_u16x32)
HV_SELECT(hv_i32x4)
HV_SELECT(hv_i32x8)
HV_SELECT(hv_i32x16)
HV_SELECT(hv_u32x4)
HV_SELECT(hv_u32x8)
HV_SELECT(hv_u32x16)
HV_SELECT(hv_i64x2)
HV_SELECT(hv_i64x4)
HV_SELECT(hv_i64x8)
HV_SELECT(hv_u64x2)
HV_SELECT(hv_u64x4)
HV_SELECT(hv_u64x8)
HV_SELECT(hv_f32x4)
HV_SELECT(hv_f32x8)
HV_SELECT(hv_f32x16)
HV_SELECT(hv_f64x2)
HV_SELECT(hv_f64x4)
HV_SELECT(hv_f64x8)

#endif
