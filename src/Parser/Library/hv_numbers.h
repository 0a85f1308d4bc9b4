/* Scalar arithmetic the vector and the math models share: bits, rounding, conversion, ordering. */
#ifndef HV_NUMBERS_H
#define HV_NUMBERS_H

#include "hv_primitives.h"
#include "hv_views.h"

static inline unsigned long long hv_bits(double x) { return ((hv_u64x2)(hv_f64x2){x, 0})[0]; }
static inline double hv_from_bits(unsigned long long bits) { return ((hv_f64x2)(hv_u64x2){bits, 0})[0]; }
static inline unsigned int hv_bitsf(float x) { return ((hv_u32x4)(hv_f32x4){x, 0, 0, 0})[0]; }
static inline float hv_from_bitsf(unsigned int bits) { return ((hv_f32x4)(hv_u32x4){bits, 0, 0, 0})[0]; }

static inline double hv_abs(double x) { return hv_from_bits(hv_bits(x) & 0x7fffffffffffffffULL); }
static inline double hv_copy_sign(double x, double sign)
{
    return hv_from_bits((hv_bits(x) & 0x7fffffffffffffffULL) | (hv_bits(sign) & 0x8000000000000000ULL));
}

/* From 2^52 on every double is an integer; NaN fails the comparison and is returned as it is. */
static inline int hv_has_fraction(double x) { return hv_abs(x) < 4503599627370496.0; }
static inline double hv_truncate(double x)
{
    return hv_has_fraction(x) ? hv_copy_sign((double)(long long)x, x) : x;
}
static inline double hv_floor(double x)
{
    double whole = hv_truncate(x);
    return whole > x ? whole - 1 : whole;
}
static inline double hv_ceil(double x)
{
    double whole = hv_truncate(x);
    return whole < x ? hv_copy_sign(whole + 1, x) : whole;
}
/* To nearest, ties to even: adding 2^52 leaves no room for a fraction, and the addition rounds. */
static inline double hv_round_even(double x)
{
    return hv_has_fraction(x) ? hv_copy_sign((hv_abs(x) + 4503599627370496.0) - 4503599627370496.0, x) : x;
}

/* By the rounding field of an immediate: nearest even, down, up, toward zero; bit 2 asks for the current direction,
   which is nearest even as long as nothing may change it. */
static inline double hv_round(double x, int mode)
{
    switch (mode & 4 ? 0 : mode & 3) {
    case 1: return hv_floor(x);
    case 2: return hv_ceil(x);
    case 3: return hv_truncate(x);
    default: return hv_round_even(x);
    }
}
/* To a multiple of 2^-m, m in the upper four bits of the immediate: exact scaling, as nothing here exceeds 2^67. */
static inline double hv_round_scaled(double x, int immediate)
{
    double scale = 1 << (immediate >> 4 & 15);
    return hv_has_fraction(x) ? hv_round(x * scale, immediate) / scale : x;
}

/* x * 2^exponent, rounded once: every factor but the last is exact, or the result is zero or infinite anyway. */
static inline double hv_power_of_two(int exponent) { return hv_from_bits((unsigned long long)(exponent + 1023) << 52); }
static inline double hv_scale(double x, int exponent)
{
    int n = exponent > 2200 ? 2200 : exponent < -2200 ? -2200 : exponent;
    for (; n > 1000; n -= 1000)
        x *= hv_power_of_two(1000);
    for (; n < -1969; n += 200)
        x *= hv_power_of_two(-200);
    if (n < -969) {
        x *= hv_power_of_two(n + 969);
        n = -969;
    }
    return x * hv_power_of_two(n);
}
/* floor(log2 |x|): of zero minus infinity, of infinity infinity, of NaN itself. */
static inline double hv_exponent(double x)
{
    double size = hv_abs(x);
    if (!(size < __builtin_inf()))
        return size;
    if (size == 0)
        return -__builtin_inf();
    if (size < 0x1p-1022)
        return (double)((long long)(hv_bits(size * 0x1p54) >> 52) - 1023 - 54);
    return (double)((long long)(hv_bits(size) >> 52) - 1023);
}

/* Where the value does not fit, the instructions give the 'integer indefinite' value (Intel SDM 1, 4.8.3.7). */
static inline int hv_to_i32(double x) { return x > -2147483649.0 && x < 2147483648.0 ? (int)x : -2147483647 - 1; }
static inline long long hv_to_i64(double x)
{
    return x >= -9223372036854775808.0 && x < 9223372036854775808.0 ? (long long)x : -9223372036854775807LL - 1;
}

static inline unsigned int hv_to_u32(double x) { return x > -1.0 && x < 4294967296.0 ? (unsigned int)x : 0xffffffffU; }
static inline unsigned long long hv_to_u64(double x)
{
    return x > -1.0 && x < 18446744073709551616.0 ? (unsigned long long)x : 0xffffffffffffffffULL;
}
#define HV_CLAMP(x, low, high) ((x) < (low) ? (low) : (x) > (high) ? (high) : (x))

/* The 32 predicates of VCMPPD (Intel SDM 2, table 3-1); those from 16 on differ only in the exceptions they raise. */
static inline int hv_compare(double a, double b, int predicate)
{
    int is_unordered = a != a || b != b;
    switch (predicate & 15) {
    case 0: return a == b;
    case 1: return a < b;
    case 2: return a <= b;
    case 3: return is_unordered;
    case 4: return a != b;
    case 5: return !(a < b);
    case 6: return !(a <= b);
    case 7: return !is_unordered;
    case 8: return a == b || is_unordered;
    case 9: return !(a >= b);
    case 10: return !(a > b);
    case 11: return 0;
    case 12: return a != b && !is_unordered;
    case 13: return a >= b;
    case 14: return a > b;
    default: return 1;
    }
}

#endif
