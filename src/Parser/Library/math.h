/* What IEEE 754 defines exactly has a body; every other function is declared only, hence uninterpreted. */
#ifndef HV_MATH_H
#define HV_MATH_H

#include "hv_numbers.h"

typedef float float_t;
typedef double double_t;

#define HUGE_VAL __builtin_huge_val()
#define HUGE_VALF __builtin_huge_valf()
#define INFINITY __builtin_inff()
#define NAN __builtin_nanf("")
#define HUGE_VALL __builtin_huge_vall()
#define FP_NAN 0
#define FP_INFINITE 1
#define FP_ZERO 2
#define FP_SUBNORMAL 3
#define FP_NORMAL 4
#define FP_ILOGB0 (-2147483647 - 1)
#define FP_ILOGBNAN (-2147483647 - 1)
#define MATH_ERRNO 1
#define MATH_ERREXCEPT 2
#define math_errhandling (MATH_ERRNO | MATH_ERREXCEPT)

#define M_E 2.7182818284590452354
#define M_LOG2E 1.4426950408889634074
#define M_LOG10E 0.43429448190325182765
#define M_LN2 0.69314718055994530942
#define M_LN10 2.30258509299404568402
#define M_PI 3.14159265358979323846
#define M_PI_2 1.57079632679489661923
#define M_PI_4 0.78539816339744830962
#define M_1_PI 0.31830988618379067154
#define M_2_PI 0.63661977236758134308
#define M_2_SQRTPI 1.12837916709551257390
#define M_SQRT2 1.41421356237309504880
#define M_SQRT1_2 0.70710678118654752440

/* Every float is a double, so the double of an argument has the same class. */
static inline int hv_is_nan(double x) { return x != x; }
static inline int hv_is_infinite(double x) { return hv_abs(x) == __builtin_inf(); }
static inline int hv_is_normal(double x, double smallest)
{
    return hv_abs(x) >= smallest && hv_abs(x) < __builtin_inf();
}
static inline int hv_is_finite(double x) { return hv_abs(x) < __builtin_inf(); }
#define isnan(x) hv_is_nan(x)
#define isinf(x) hv_is_infinite(x)
#define isfinite(x) hv_is_finite(x)
#define isnormal(x) hv_is_normal((x), sizeof(x) == sizeof(float) ? 0x1p-126 : 0x1p-1022)
#define fpclassify(x) \
    (hv_is_nan(x) ? FP_NAN : hv_is_infinite(x) ? FP_INFINITE : (x) == 0 ? FP_ZERO \
        : isnormal(x) ? FP_NORMAL : FP_SUBNORMAL)
#define signbit(x) ((int)(hv_bits(x) >> 63))
#define islessgreater(x, y) ((x) < (y) || (x) > (y))
#define isgreater(x, y) ((x) > (y))
#define isgreaterequal(x, y) ((x) >= (y))
#define isless(x, y) ((x) < (y))
#define islessequal(x, y) ((x) <= (y))
#define isunordered(x, y) (hv_is_nan(x) || hv_is_nan(y))

/* A NaN yields to the other operand (C17 F.10.9); which of two zeros is chosen is open. */
#define HV_CHOOSE(x, y, relation) ((x) != (x) ? (y) : (y) != (y) ? (x) : (x) relation (y) ? (x) : (y))

static inline double fabs(double x) { return hv_abs(x); }
static inline double fmin(double x, double y) { return HV_CHOOSE(x, y, <); }
static inline double fmax(double x, double y) { return HV_CHOOSE(x, y, >); }
static inline double fdim(double x, double y) { return x != x || y != y ? x + y : x > y ? x - y : 0; }
static inline double sqrt(double x) { return hv_sqrt(x); }
static inline double fma(double x, double y, double z) { return hv_fma(x, y, z); }
static inline double copysign(double x, double y) { return hv_copy_sign(x, y); }
static inline double floor(double x) { return hv_floor(x); }
static inline double ceil(double x) { return hv_ceil(x); }
static inline double trunc(double x) { return hv_truncate(x); }
static inline double rint(double x) { return hv_round_even(x); }
static inline double nearbyint(double x) { return hv_round_even(x); }
/* Halves go away from zero; x - trunc(x) is exact. */
static inline double round(double x)
{
    double whole = hv_truncate(x);
    return hv_abs(x - whole) >= 0.5 ? whole + hv_copy_sign(1, x) : whole;
}

static inline float fabsf(float x) { return hv_from_bitsf(hv_bitsf(x) & 0x7fffffffU); }
static inline float fminf(float x, float y) { return HV_CHOOSE(x, y, <); }
static inline float fmaxf(float x, float y) { return HV_CHOOSE(x, y, >); }
static inline float fdimf(float x, float y) { return x != x || y != y ? x + y : x > y ? x - y : 0; }
static inline float sqrtf(float x) { return hv_sqrtf(x); }
static inline float fmaf(float x, float y, float z) { return hv_fmaf(x, y, z); }
static inline float copysignf(float x, float y)
{
    return hv_from_bitsf((hv_bitsf(x) & 0x7fffffffU) | (hv_bitsf(y) & 0x80000000U));
}
static inline float floorf(float x) { return (float)hv_floor(x); }
static inline float ceilf(float x) { return (float)hv_ceil(x); }
static inline float truncf(float x) { return (float)hv_truncate(x); }
static inline float rintf(float x) { return (float)hv_round_even(x); }
static inline float nearbyintf(float x) { return (float)hv_round_even(x); }
static inline float roundf(float x) { return (float)round(x); }

/* Conversions demand a value that fits, as C17 F.10.6.5 leaves the result open otherwise. */
static inline long hv_to_long(double x)
{
    hv_assert(x >= -9223372036854775808.0 && x < 9223372036854775808.0);
    return (long)x;
}
static inline long lrint(double x) { return hv_to_long(hv_round_even(x)); }
static inline long lround(double x) { return hv_to_long(round(x)); }
static inline long lrintf(float x) { return hv_to_long(hv_round_even(x)); }
static inline long lroundf(float x) { return hv_to_long(round(x)); }

static inline long long llrint(double x) { return hv_to_long(hv_round_even(x)); }
static inline long long llround(double x) { return hv_to_long(round(x)); }
static inline long long llrintf(float x) { return hv_to_long(hv_round_even(x)); }
static inline long long llroundf(float x) { return hv_to_long(round(x)); }

/* Powers of two: exact, or rounded once. A double holds every float times 2^-400 .. 2^400, outside of which a float is
   zero or infinite. */
#define HV_EXPONENT_OF_FLOAT(n) HV_CLAMP(n, -400, 400)
static inline double ldexp(double x, int exponent) { return hv_scale(x, exponent); }
static inline double scalbn(double x, int exponent) { return hv_scale(x, exponent); }
static inline double scalbln(double x, long exponent) { return hv_scale(x, (int)HV_CLAMP(exponent, -3000, 3000)); }
static inline double logb(double x) { return hv_exponent(x); }
static inline float ldexpf(float x, int exponent) { return (float)hv_scale(x, HV_EXPONENT_OF_FLOAT(exponent)); }
static inline float scalbnf(float x, int exponent) { return (float)hv_scale(x, HV_EXPONENT_OF_FLOAT(exponent)); }
static inline float scalblnf(float x, long exponent) { return (float)hv_scale(x, (int)HV_EXPONENT_OF_FLOAT(exponent)); }
static inline float logbf(float x) { return (float)hv_exponent(x); }
static inline int ilogb(double x)
{
    return x == 0 || x != x ? FP_ILOGB0 : hv_is_infinite(x) ? 2147483647 : (int)hv_exponent(x);
}
static inline int ilogbf(float x) { return ilogb(x); }
/* A fraction in [0.5, 1); the exponent of zero, infinity and NaN is 0 in the GNU C library. */
static inline double frexp(double x, int *exponent)
{
    *exponent = x == 0 || !hv_is_finite(x) ? 0 : (int)hv_exponent(x) + 1;
    return *exponent == 0 ? x : hv_scale(x, -*exponent);
}
static inline float frexpf(float x, int *exponent) { return (float)frexp(x, exponent); }
static inline double modf(double x, double *whole)
{
    *whole = hv_truncate(x);
    return hv_is_infinite(x) ? hv_copy_sign(0, x) : hv_copy_sign(x - *whole, x);
}
static inline float modff(float x, float *whole)
{
    *whole = (float)hv_truncate(x);
    return (float)(hv_is_infinite(x) ? hv_copy_sign(0, x) : hv_copy_sign(x - *whole, x));
}
/* Doubles of one sign are ordered as their bits are. */
static inline double nextafter(double x, double y)
{
    return x != x || y != y ? x + y : x == y ? y : x == 0 ? hv_copy_sign(0x1p-1074, y)
        : hv_from_bits((x < y) == (x > 0) ? hv_bits(x) + 1 : hv_bits(x) - 1);
}
static inline float nextafterf(float x, float y)
{
    return x != x || y != y ? x + y : x == y ? y : x == 0 ? (float)hv_copy_sign(0x1p-149, y)
        : hv_from_bitsf((x < y) == (x > 0) ? hv_bitsf(x) + 1 : hv_bitsf(x) - 1);
}

double exp(double x);
double exp2(double x);
double expm1(double x);
double log(double x);
double log2(double x);
double log10(double x);
double log1p(double x);
double sin(double x);
double cos(double x);
double tan(double x);
double asin(double x);
double acos(double x);
double atan(double x);
double sinh(double x);
double cosh(double x);
double tanh(double x);
double asinh(double x);
double acosh(double x);
double atanh(double x);
double cbrt(double x);
double erf(double x);
double erfc(double x);
double tgamma(double x);
double lgamma(double x);
double pow(double x, double y);
double atan2(double x, double y);
double hypot(double x, double y);
double fmod(double x, double y);
double remainder(double x, double y);

float expf(float x);
float exp2f(float x);
float expm1f(float x);
float logf(float x);
float log2f(float x);
float log10f(float x);
float log1pf(float x);
float sinf(float x);
float cosf(float x);
float tanf(float x);
float asinf(float x);
float acosf(float x);
float atanf(float x);
float sinhf(float x);
float coshf(float x);
float tanhf(float x);
float asinhf(float x);
float acoshf(float x);
float atanhf(float x);
float cbrtf(float x);
float erff(float x);
float erfcf(float x);
float tgammaf(float x);
float lgammaf(float x);
float powf(float x, float y);
float atan2f(float x, float y);
float hypotf(float x, float y);
float fmodf(float x, float y);
float remainderf(float x, float y);

double exp10(double x);
double j0(double x);
double j1(double x);
double y0(double x);
double y1(double x);
double roundeven(double x);
float exp10f(float x);
float roundevenf(float x);
double nan(const char *tag);
float nanf(const char *tag);
double remquo(double x, double y, int *quotient);
float remquof(float x, float y, int *quotient);
double lgamma_r(double x, int *sign);
void sincos(double x, double *sine, double *cosine);
void sincosf(float x, float *sine, float *cosine);

/* long double has no model. */
long double acoshl(long double x);
long double acosl(long double x);
long double asinhl(long double x);
long double asinl(long double x);
long double atanhl(long double x);
long double atanl(long double x);
long double cbrtl(long double x);
long double ceill(long double x);
long double coshl(long double x);
long double cosl(long double x);
long double erfcl(long double x);
long double erfl(long double x);
long double exp2l(long double x);
long double expm1l(long double x);
long double expl(long double x);
long double fabsl(long double x);
long double floorl(long double x);
long double lgammal(long double x);
long double log10l(long double x);
long double log1pl(long double x);
long double log2l(long double x);
long double logbl(long double x);
long double logl(long double x);
long double nearbyintl(long double x);
long double rintl(long double x);
long double roundl(long double x);
long double sinhl(long double x);
long double sinl(long double x);
long double sqrtl(long double x);
long double tanhl(long double x);
long double tanl(long double x);
long double tgammal(long double x);
long double truncl(long double x);
long double atan2l(long double x, long double y);
long double copysignl(long double x, long double y);
long double fdiml(long double x, long double y);
long double fmaxl(long double x, long double y);
long double fminl(long double x, long double y);
long double fmodl(long double x, long double y);
long double hypotl(long double x, long double y);
long double nextafterl(long double x, long double y);
long double powl(long double x, long double y);
long double remainderl(long double x, long double y);
long double fmal(long double x, long double y, long double z);
long double ldexpl(long double x, int exponent);
long double frexpl(long double x, int *exponent);
long double modfl(long double x, long double *whole);

#endif
