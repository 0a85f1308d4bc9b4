/* Mask registers, and reductions of 512-bit vectors. */
#ifndef HV_MASK_H
#define HV_MASK_H

#include "hv_gather.h"

/* kortestz: no bit in either; kortestc: every bit in one; ktestz, ktestc: as testz and testc of vectors. */
#define HV_MASK_ARITHMETIC(isa, add_isa, mask, n) \
    HV_ISA(isa) mask _kand_mask##n(mask a, mask b) { return (mask)(a & b); } \
    HV_ISA(isa) mask _kor_mask##n(mask a, mask b) { return (mask)(a | b); } \
    HV_ISA(isa) mask _kxor_mask##n(mask a, mask b) { return (mask)(a ^ b); } \
    HV_ISA(isa) mask _kandn_mask##n(mask a, mask b) { return (mask)(~a & b); } \
    HV_ISA(isa) mask _kxnor_mask##n(mask a, mask b) { return (mask)~(a ^ b); } \
    HV_ISA(isa) mask _knot_mask##n(mask a) { return (mask)~a; } \
    HV_ISA(add_isa) mask _kadd_mask##n(mask a, mask b) { return (mask)(a + b); } \
    HV_ISA(isa) mask _kshiftli_mask##n(mask a, unsigned int imm8) \
    { return imm8 < n ? (mask)((unsigned long long)a << imm8) : 0; } \
    HV_ISA(isa) mask _kshiftri_mask##n(mask a, unsigned int imm8) { return imm8 < n ? (mask)(a >> imm8) : 0; } \
    HV_ISA(isa) unsigned char _kortestz_mask##n##_u8(mask a, mask b) { return (mask)(a | b) == 0; } \
    HV_ISA(isa) unsigned char _kortestc_mask##n##_u8(mask a, mask b) { return (mask)~(a | b) == 0; } \
    HV_ISA(isa) unsigned char _kortest_mask##n##_u8(mask a, mask b, unsigned char *p) \
    { *p = _kortestc_mask##n##_u8(a, b); return _kortestz_mask##n##_u8(a, b); } \
    HV_ISA(add_isa) unsigned char _ktestz_mask##n##_u8(mask a, mask b) { return (mask)(a & b) == 0; } \
    HV_ISA(add_isa) unsigned char _ktestc_mask##n##_u8(mask a, mask b) { return (mask)(~a & b) == 0; } \
    HV_ISA(add_isa) unsigned char _ktest_mask##n##_u8(mask a, mask b, unsigned char *p) \
    { *p = _ktestc_mask##n##_u8(a, b); return _ktestz_mask##n##_u8(a, b); } \
    HV_ISA(isa) mask _load_mask##n(mask *p) { return *p; } \
    HV_ISA(isa) void _store_mask##n(mask *p, mask a) { *p = a; }
HV_MASK_ARITHMETIC(avx512dq, avx512dq, __mmask8, 8)
HV_MASK_ARITHMETIC(avx512f, avx512dq, __mmask16, 16)
HV_MASK_ARITHMETIC(avx512bw, avx512bw, __mmask32, 32)
HV_MASK_ARITHMETIC(avx512bw, avx512bw, __mmask64, 64)
HV_CAST(avx512dq, _cvtmask8_u32, unsigned int, __mmask8)
HV_CAST(avx512dq, _cvtu32_mask8, __mmask8, unsigned int)
HV_CAST(avx512f, _cvtmask16_u32, unsigned int, __mmask16)
HV_CAST(avx512f, _cvtu32_mask16, __mmask16, unsigned int)
HV_CAST(avx512bw, _cvtmask32_u32, unsigned int, __mmask32)
HV_CAST(avx512bw, _cvtu32_mask32, __mmask32, unsigned int)
HV_CAST(avx512bw, _cvtmask64_u64, unsigned long long, __mmask64)
HV_CAST(avx512bw, _cvtu64_mask64, __mmask64, unsigned long long)
HV_ISA(avx512f) __mmask16 _mm512_kand(__mmask16 a, __mmask16 b) { return (__mmask16)(a & b); }
HV_ISA(avx512f) __mmask16 _mm512_kor(__mmask16 a, __mmask16 b) { return (__mmask16)(a | b); }
HV_ISA(avx512f) __mmask16 _mm512_kxor(__mmask16 a, __mmask16 b) { return (__mmask16)(a ^ b); }
HV_ISA(avx512f) __mmask16 _mm512_kandn(__mmask16 a, __mmask16 b) { return (__mmask16)(~a & b); }
HV_ISA(avx512f) __mmask16 _mm512_kxnor(__mmask16 a, __mmask16 b) { return (__mmask16)(~(a ^ b)); }
HV_ISA(avx512f) __mmask16 _mm512_knot(__mmask16 a) { return (__mmask16)~a; }
HV_ISA(avx512f) __mmask16 _mm512_kmov(__mmask16 a) { return a; }
HV_ISA(avx512f) int _mm512_mask2int(__mmask16 a) { return a; }
HV_ISA(avx512f) __mmask16 _mm512_int2mask(int x) { return (__mmask16)x; }
HV_ISA(avx512f) int _mm512_kortestz(__mmask16 a, __mmask16 b) { return (a | b) == 0; }
HV_ISA(avx512f) int _mm512_kortestc(__mmask16 a, __mmask16 b) { return (__mmask16)(a | b) == 0xffff; }
/* The first operand is the upper half. */
HV_ISA(avx512f) __mmask16 _mm512_kunpackb(__mmask16 a, __mmask16 b)
{ return (__mmask16)((a & 0xff) << 8 | (b & 0xff)); }
HV_ISA(avx512f) __mmask16 _kunpackb_mask16(__mmask8 a, __mmask8 b) { return (__mmask16)(a << 8 | b); }
HV_ISA(avx512bw) __mmask32 _mm512_kunpackw(__mmask32 a, __mmask32 b) { return (a & 0xffff) << 16 | (b & 0xffff); }
HV_ISA(avx512bw) __mmask32 _kunpackw_mask32(__mmask16 a, __mmask16 b) { return (__mmask32)a << 16 | b; }
HV_ISA(avx512bw) __mmask64 _mm512_kunpackd(__mmask64 a, __mmask64 b) { return a << 32 | (b & 0xffffffffU); }
HV_ISA(avx512bw) __mmask64 _kunpackd_mask64(__mmask32 a, __mmask32 b) { return (__mmask64)a << 32 | b; }

/* A bit per sign, and all ones per bit. */
#define HV_SIGN_FORMS(isa, mask_isa, prefix, suffix, vector, lane, mask, expression) \
    HV_ISA(isa) mask prefix##_move##suffix##_mask(vector va) \
    { lane a = (lane)va; mask bits = 0; \
      for (int i = 0; i < HV_LANES(a); i++) bits |= (mask)((unsigned long long)(a[i] < 0) << i); \
      return bits; }
#define HV_SPREAD_FORMS(isa, mask_isa, prefix, suffix, vector, lane, mask, expression) \
    HV_ISA(isa) vector prefix##_movm_##suffix(mask k) \
    { lane r = {0}; HV_EACH(r, HV_BIT(k, i) ? -1 : 0); return (vector)r; }
HV_WIDTHS_8(HV_SIGN_FORMS, avx512bw, avx512bw, pi8, i, )
HV_WIDTHS_16(HV_SIGN_FORMS, avx512bw, avx512bw, pi16, i, )
HV_WIDTHS_32(HV_SIGN_FORMS, avx512dq, avx512dq, avx512dq, pi32, i, )
HV_WIDTHS_64(HV_SIGN_FORMS, avx512dq, avx512dq, avx512dq, pi64, i, )
HV_WIDTHS_8(HV_SPREAD_FORMS, avx512bw, avx512bw, epi8, i, )
HV_WIDTHS_16(HV_SPREAD_FORMS, avx512bw, avx512bw, epi16, i, )
HV_WIDTHS_32(HV_SPREAD_FORMS, avx512dq, avx512dq, avx512dq, epi32, i, )
HV_WIDTHS_64(HV_SPREAD_FORMS, avx512dq, avx512dq, avx512dq, epi64, i, )

/* Halves are combined until one lane is left: the order of gcc's header, which is not left to right. Operands matter to
   minimum and maximum: upper half first while it is a register of its own, lower half first within 128 bits. */
#define HV_MINIMUM(x, y) ((x) < (y) ? (x) : (y))
#define HV_MAXIMUM(x, y) ((x) > (y) ? (x) : (y))
#define HV_SUM(x, y) ((x) + (y))
#define HV_PRODUCT(x, y) ((x) * (y))
#define HV_REDUCE(isa, name, type, vector, lane, combine) \
    HV_ISA(isa) type name(vector va) \
    { lane a = (lane)va; \
      for (int half = HV_LANES(a) / 2; half > 0; half /= 2) \
          for (int i = 0; i < half; i++) \
              a[i] = half * sizeof(a[0]) >= 16 ? combine(a[i + half], a[i]) : combine(a[i], a[i + half]); \
      return (type)a[0]; }
/* Disabled lanes count as the neutral element. */
#define HV_REDUCE_MASKED(isa, prefix, suffix, type, vector, lane, mask, combine, neutral) \
    HV_REDUCE(isa, prefix##_reduce_##suffix, type, vector, lane, combine) \
    HV_ISA(isa) type prefix##_mask_reduce_##suffix(mask k, vector va) \
    { lane a = (lane)va; HV_EACH(a, HV_BIT(k, i) ? a[i] : (neutral)); \
      return prefix##_reduce_##suffix((vector)a); }
HV_REDUCE_MASKED(avx512f, _mm512, add_pd, double, __m512d, __m512d, __mmask8, HV_SUM, 0)
HV_REDUCE_MASKED(avx512f, _mm512, mul_pd, double, __m512d, __m512d, __mmask8, HV_PRODUCT, 1)
HV_REDUCE_MASKED(avx512f, _mm512, min_pd, double, __m512d, __m512d, __mmask8, HV_MINIMUM, __builtin_inf())
HV_REDUCE_MASKED(avx512f, _mm512, max_pd, double, __m512d, __m512d, __mmask8, HV_MAXIMUM, -__builtin_inf())
HV_REDUCE_MASKED(avx512f, _mm512, add_ps, float, __m512, __m512, __mmask16, HV_SUM, 0)
HV_REDUCE_MASKED(avx512f, _mm512, mul_ps, float, __m512, __m512, __mmask16, HV_PRODUCT, 1)
HV_REDUCE_MASKED(avx512f, _mm512, min_ps, float, __m512, __m512, __mmask16, HV_MINIMUM, __builtin_inff())
HV_REDUCE_MASKED(avx512f, _mm512, max_ps, float, __m512, __m512, __mmask16, HV_MAXIMUM, -__builtin_inff())
HV_REDUCE_MASKED(avx512f, _mm512, add_epi32, int, __m512i, hv_u32x16, __mmask16, HV_SUM, 0)
HV_REDUCE_MASKED(avx512f, _mm512, mul_epi32, int, __m512i, hv_u32x16, __mmask16, HV_PRODUCT, 1)
HV_REDUCE_MASKED(avx512f, _mm512, min_epi32, int, __m512i, hv_i32x16, __mmask16, HV_MINIMUM, 2147483647)
HV_REDUCE_MASKED(avx512f, _mm512, max_epi32, int, __m512i, hv_i32x16, __mmask16, HV_MAXIMUM, -2147483647 - 1)
HV_REDUCE_MASKED(avx512f, _mm512, add_epi64, long long, __m512i, hv_u64x8, __mmask8, HV_SUM, 0)
HV_REDUCE_MASKED(avx512f, _mm512, mul_epi64, long long, __m512i, hv_u64x8, __mmask8, HV_PRODUCT, 1)
HV_REDUCE_MASKED(avx512f, _mm512, min_epi64, long long, __m512i, hv_i64x8, __mmask8, HV_MINIMUM,
    9223372036854775807LL)
HV_REDUCE_MASKED(avx512f, _mm512, max_epi64, long long, __m512i, hv_i64x8, __mmask8, HV_MAXIMUM,
    -9223372036854775807LL - 1)
HV_REDUCE_MASKED(avx512f, _mm512, min_epu32, unsigned int, __m512i, hv_u32x16, __mmask16, HV_MINIMUM, 0xffffffffU)
HV_REDUCE_MASKED(avx512f, _mm512, max_epu32, unsigned int, __m512i, hv_u32x16, __mmask16, HV_MAXIMUM, 0)
HV_REDUCE_MASKED(avx512f, _mm512, min_epu64, unsigned long long, __m512i, hv_u64x8, __mmask8, HV_MINIMUM,
    0xffffffffffffffffULL)
HV_REDUCE_MASKED(avx512f, _mm512, max_epu64, unsigned long long, __m512i, hv_u64x8, __mmask8, HV_MAXIMUM, 0)
#define HV_BOTH(x, y) ((x) & (y))
#define HV_EITHER(x, y) ((x) | (y))
HV_REDUCE_MASKED(avx512f, _mm512, and_epi32, int, __m512i, hv_u32x16, __mmask16, HV_BOTH, 0xffffffffU)
HV_REDUCE_MASKED(avx512f, _mm512, or_epi32, int, __m512i, hv_u32x16, __mmask16, HV_EITHER, 0)
HV_REDUCE_MASKED(avx512f, _mm512, and_epi64, long long, __m512i, hv_u64x8, __mmask8, HV_BOTH, 0xffffffffffffffffULL)
HV_REDUCE_MASKED(avx512f, _mm512, or_epi64, long long, __m512i, hv_u64x8, __mmask8, HV_EITHER, 0)

#endif
