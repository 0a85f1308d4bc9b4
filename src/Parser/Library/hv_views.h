/* The lane views in which the models compute, and their loops. Names here are the library's own: a file that includes
   only <math.h> sees no name of an intrinsic. A wrapping integer operation is computed on the unsigned view. */
#ifndef HV_VIEWS_H
#define HV_VIEWS_H

#define HV_VECTOR(bytes) __attribute__((__vector_size__(bytes), __may_alias__))
#define HV_UNALIGNED_VECTOR(bytes) __attribute__((__vector_size__(bytes), __may_alias__, __aligned__(1)))

typedef signed char hv_i8x16 HV_VECTOR(16);
typedef signed char hv_i8x32 HV_VECTOR(32);
typedef signed char hv_i8x64 HV_VECTOR(64);
typedef unsigned char hv_u8x16 HV_VECTOR(16);
typedef unsigned char hv_u8x32 HV_VECTOR(32);
typedef unsigned char hv_u8x64 HV_VECTOR(64);
typedef short hv_i16x8 HV_VECTOR(16);
typedef short hv_i16x16 HV_VECTOR(32);
typedef short hv_i16x32 HV_VECTOR(64);
typedef unsigned short hv_u16x8 HV_VECTOR(16);
typedef unsigned short hv_u16x16 HV_VECTOR(32);
typedef unsigned short hv_u16x32 HV_VECTOR(64);
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
typedef float hv_f32x4 HV_VECTOR(16);
typedef float hv_f32x8 HV_VECTOR(32);
typedef float hv_f32x16 HV_VECTOR(64);
typedef double hv_f64x2 HV_VECTOR(16);
typedef double hv_f64x4 HV_VECTOR(32);
typedef double hv_f64x8 HV_VECTOR(64);

/* Elements in memory: an intrinsic may read any object, at any address it does not demand aligned. */
#define HV_ELEMENT __attribute__((__may_alias__, __aligned__(1)))
typedef float hv_f32 HV_ELEMENT;
typedef double hv_f64 HV_ELEMENT;
typedef signed char hv_i8 HV_ELEMENT;
typedef short hv_i16 HV_ELEMENT;
typedef int hv_i32 HV_ELEMENT;
typedef long long hv_i64 HV_ELEMENT;

#define HV_LANES(vector) ((int)(sizeof(vector) / sizeof((vector)[0])))
#define HV_BIT(mask, i) ((int)((mask) >> (i)) & 1)
#define HV_EACH(r, expression) for (int i = 0; i < HV_LANES(r); i++) r[i] = (expression)

#endif
