/* Scalar arithmetic the vector and the math models share: bits, rounding, conversion, ordering. */
#ifndef HV_NUMBERS_H
#define HV_NUMBERS_H

#include "hv_lanes.h"

static inline unsigned long long hv_bits(double x) { return ((hv_u64x2)(__m128d){x, 0})[0]; }
static inline double hv_from_bits(unsigned long long bits) { return ((__m128d)(hv_u64x2){bits, 0})[0]; }
static inline unsigned int hv_bitsf(float x) { return ((hv_u32x4)(__m128){x, 0, 0, 0})[0]; }
static inline float hv_from_bitsf(unsigned int bits) { return ((__m128)(hv_u32x4){bits, 0, 0, 0})[0]; }

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

/* Where the value does not fit, the instructions give the 'integer indefinite' value (Intel SDM 1, 4.8.3.7). */
static inline int hv_to_i32(double x) { return x > -2147483649.0 && x < 2147483648.0 ? (int)x : -2147483647 - 1; }
static inline long long hv_to_i64(double x)
{
    return x >= -9223372036854775808.0 && x < 9223372036854775808.0 ? (long long)x : -9223372036854775807LL - 1;
}

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

#define _CMP_EQ_OQ 0x00
#define _CMP_LT_OS 0x01
#define _CMP_LE_OS 0x02
#define _CMP_UNORD_Q 0x03
#define _CMP_NEQ_UQ 0x04
#define _CMP_NLT_US 0x05
#define _CMP_NLE_US 0x06
#define _CMP_ORD_Q 0x07
#define _CMP_EQ_UQ 0x08
#define _CMP_NGE_US 0x09
#define _CMP_NGT_US 0x0a
#define _CMP_FALSE_OQ 0x0b
#define _CMP_NEQ_OQ 0x0c
#define _CMP_GE_OS 0x0d
#define _CMP_GT_OS 0x0e
#define _CMP_TRUE_UQ 0x0f
#define _CMP_EQ_OS 0x10
#define _CMP_LT_OQ 0x11
#define _CMP_LE_OQ 0x12
#define _CMP_UNORD_S 0x13
#define _CMP_NEQ_US 0x14
#define _CMP_NLT_UQ 0x15
#define _CMP_NLE_UQ 0x16
#define _CMP_ORD_S 0x17
#define _CMP_EQ_US 0x18
#define _CMP_NGE_UQ 0x19
#define _CMP_NGT_UQ 0x1a
#define _CMP_FALSE_OS 0x1b
#define _CMP_NEQ_OS 0x1c
#define _CMP_GE_OQ 0x1d
#define _CMP_GT_OQ 0x1e
#define _CMP_TRUE_US 0x1f

#endif
