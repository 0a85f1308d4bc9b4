/* The vector types of the Intel intrinsics, and the lane views in which the models compute. */
#ifndef HV_VECTORS_H
#define HV_VECTORS_H

#define HV_VECTOR(bytes) __attribute__((__vector_size__(bytes), __may_alias__))
#define HV_UNALIGNED_VECTOR(bytes) __attribute__((__vector_size__(bytes), __may_alias__, __aligned__(1)))

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

/* Lane views: a wrapping integer operation is computed on the unsigned one. */
typedef int hv_i32x4 HV_VECTOR(16);
typedef int hv_i32x8 HV_VECTOR(32);
typedef int hv_i32x16 HV_VECTOR(64);
typedef unsigned int hv_u32x4 HV_VECTOR(16);
typedef unsigned int hv_u32x8 HV_VECTOR(32);
typedef unsigned int hv_u32x16 HV_VECTOR(64);
typedef long long hv_i64x2 HV_VECTOR(16);
typedef long long hv_i64x4 HV_VECTOR(32);
typedef long long hv_i64x8 HV_VECTOR(64);
typedef unsigned long long hv_u64x2 HV_VECTOR(16);
typedef unsigned long long hv_u64x4 HV_VECTOR(32);
typedef unsigned long long hv_u64x8 HV_VECTOR(64);

/* Elements in memory: an intrinsic may read any object, at any address it does not demand aligned. */
typedef float hv_f32 __attribute__((__may_alias__, __aligned__(1)));
typedef double hv_f64 __attribute__((__may_alias__, __aligned__(1)));
typedef int hv_i32 __attribute__((__may_alias__, __aligned__(1)));
typedef long long hv_i64 __attribute__((__may_alias__, __aligned__(1)));

#endif
