/* Products of small integers added into wider ones, sums of differences, bit counting and bit matrices. */
#ifndef HV_DOT_H
#define HV_DOT_H

#include "hv_mask.h"

/* Sums of neighbouring products: of words, wrapping; of an unsigned byte of a and a signed one of b, saturated. */
#define HV_PAIR_SUM_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, first, second, expression) \
    HV_ISA(isa) vector prefix##_##op(vector va, vector vb) \
    { first a = (first)va; second b = (second)vb; lane r = {0}; HV_EACH(r, expression); return (vector)r; } \
    HV_MASKED_2(mask_isa, prefix, op, vector, lane, mask, vector, vector)
#define HV_WORD_PAIR (unsigned int)(a[2 * i] * b[2 * i]) + (unsigned int)(a[2 * i + 1] * b[2 * i + 1])
#define HV_BYTE_PAIR HV_CLAMP(a[2 * i] * b[2 * i] + a[2 * i + 1] * b[2 * i + 1], -32768, 32767)
HV_PAIR_SUM_FORMS(sse2, avx512bw, _mm, madd_epi16, __m128i, hv_u32x4, __mmask8, hv_i16x8, hv_i16x8, HV_WORD_PAIR)
HV_PAIR_SUM_FORMS(ssse3, avx512bw, _mm, maddubs_epi16, __m128i, hv_i16x8, __mmask8, hv_u8x16, hv_i8x16, HV_BYTE_PAIR)
HV_PAIR_SUM_FORMS(avx2, avx512bw, _mm256, madd_epi16, __m256i, hv_u32x8, __mmask8, hv_i16x16, hv_i16x16, HV_WORD_PAIR)
HV_PAIR_SUM_FORMS(avx2, avx512bw, _mm256, maddubs_epi16, __m256i, hv_i16x16, __mmask16, hv_u8x32, hv_i8x32,
    HV_BYTE_PAIR)
HV_PAIR_SUM_FORMS(avx512bw, avx512bw, _mm512, madd_epi16, __m512i, hv_u32x16, __mmask16, hv_i16x32, hv_i16x32,
    HV_WORD_PAIR)
HV_PAIR_SUM_FORMS(avx512bw, avx512bw, _mm512, maddubs_epi16, __m512i, hv_i16x32, __mmask32, hv_u8x64, hv_i8x64,
    HV_BYTE_PAIR)

/* The sum of eight absolute differences, in 64 bits. */
#define HV_DIFFERENCES(isa, name, vector, bytes, lane) \
    HV_ISA(isa) vector name(vector va, vector vb) \
    { bytes a = (bytes)va, b = (bytes)vb; lane r = {0}; \
      for (int i = 0; i < HV_LANES(a); i++) r[i / 8] += (unsigned long long)(a[i] > b[i] ? a[i] - b[i] : b[i] - a[i]); \
      return (vector)r; }
HV_DIFFERENCES(sse2, _mm_sad_epu8, __m128i, hv_u8x16, hv_u64x2)
HV_DIFFERENCES(avx2, _mm256_sad_epu8, __m256i, hv_u8x32, hv_u64x4)
HV_DIFFERENCES(avx512bw, _mm512_sad_epu8, __m512i, hv_u8x64, hv_u64x8)

/* VNNI: four products of bytes, or two of words, added to a 32-bit lane; the forms with s saturate the whole sum. */
#define HV_DOT(isa, name, vector, lane, first, second, sum) \
    HV_ISA(isa) vector name(vector vc, vector va, vector vb) \
    { lane c = (lane)vc, r = {0}; first a = (first)va; second b = (second)vb; HV_EACH(r, sum); return (vector)r; }
#define HV_BYTE_PRODUCT(n) (a[4 * i + (n)] * b[4 * i + (n)])
#define HV_BYTE_PRODUCTS (HV_BYTE_PRODUCT(0) + HV_BYTE_PRODUCT(1) + HV_BYTE_PRODUCT(2) + HV_BYTE_PRODUCT(3))
#define HV_WORD_PRODUCTS ((long long)a[2 * i] * b[2 * i] + (long long)a[2 * i + 1] * b[2 * i + 1])
#define HV_WRAPPED(x) (int)((unsigned int)c[i] + (unsigned int)(x))
#define HV_SATURATED(x) (int)HV_CLAMP(c[i] + (long long)(x), -2147483647LL - 1, 2147483647LL)
HV_DOT(avx512_vnni, _mm_dpbusd_epi32, __m128i, hv_i32x4, hv_u8x16, hv_i8x16, HV_WRAPPED(HV_BYTE_PRODUCTS))
HV_MASKED_3(avx512_vnni, _mm, dpbusd_epi32, __m128i, hv_i32x4, __mmask8)
HV_DOT(avx_vnni, _mm_dpbusd_avx_epi32, __m128i, hv_i32x4, hv_u8x16, hv_i8x16, HV_WRAPPED(HV_BYTE_PRODUCTS))
HV_DOT(avx512_vnni, _mm_dpbusds_epi32, __m128i, hv_i32x4, hv_u8x16, hv_i8x16, HV_SATURATED(HV_BYTE_PRODUCTS))
HV_MASKED_3(avx512_vnni, _mm, dpbusds_epi32, __m128i, hv_i32x4, __mmask8)
HV_DOT(avx_vnni, _mm_dpbusds_avx_epi32, __m128i, hv_i32x4, hv_u8x16, hv_i8x16, HV_SATURATED(HV_BYTE_PRODUCTS))
HV_DOT(avx512_vnni, _mm_dpwssd_epi32, __m128i, hv_i32x4, hv_i16x8, hv_i16x8, HV_WRAPPED(HV_WORD_PRODUCTS))
HV_MASKED_3(avx512_vnni, _mm, dpwssd_epi32, __m128i, hv_i32x4, __mmask8)
HV_DOT(avx_vnni, _mm_dpwssd_avx_epi32, __m128i, hv_i32x4, hv_i16x8, hv_i16x8, HV_WRAPPED(HV_WORD_PRODUCTS))
HV_DOT(avx512_vnni, _mm_dpwssds_epi32, __m128i, hv_i32x4, hv_i16x8, hv_i16x8, HV_SATURATED(HV_WORD_PRODUCTS))
HV_MASKED_3(avx512_vnni, _mm, dpwssds_epi32, __m128i, hv_i32x4, __mmask8)
HV_DOT(avx_vnni, _mm_dpwssds_avx_epi32, __m128i, hv_i32x4, hv_i16x8, hv_i16x8, HV_SATURATED(HV_WORD_PRODUCTS))
HV_DOT(avx512_vnni, _mm256_dpbusd_epi32, __m256i, hv_i32x8, hv_u8x32, hv_i8x32, HV_WRAPPED(HV_BYTE_PRODUCTS))
HV_MASKED_3(avx512_vnni, _mm256, dpbusd_epi32, __m256i, hv_i32x8, __mmask8)
HV_DOT(avx_vnni, _mm256_dpbusd_avx_epi32, __m256i, hv_i32x8, hv_u8x32, hv_i8x32, HV_WRAPPED(HV_BYTE_PRODUCTS))
HV_DOT(avx512_vnni, _mm256_dpbusds_epi32, __m256i, hv_i32x8, hv_u8x32, hv_i8x32, HV_SATURATED(HV_BYTE_PRODUCTS))
HV_MASKED_3(avx512_vnni, _mm256, dpbusds_epi32, __m256i, hv_i32x8, __mmask8)
HV_DOT(avx_vnni, _mm256_dpbusds_avx_epi32, __m256i, hv_i32x8, hv_u8x32, hv_i8x32, HV_SATURATED(HV_BYTE_PRODUCTS))
HV_DOT(avx512_vnni, _mm256_dpwssd_epi32, __m256i, hv_i32x8, hv_i16x16, hv_i16x16, HV_WRAPPED(HV_WORD_PRODUCTS))
HV_MASKED_3(avx512_vnni, _mm256, dpwssd_epi32, __m256i, hv_i32x8, __mmask8)
HV_DOT(avx_vnni, _mm256_dpwssd_avx_epi32, __m256i, hv_i32x8, hv_i16x16, hv_i16x16, HV_WRAPPED(HV_WORD_PRODUCTS))
HV_DOT(avx512_vnni, _mm256_dpwssds_epi32, __m256i, hv_i32x8, hv_i16x16, hv_i16x16, HV_SATURATED(HV_WORD_PRODUCTS))
HV_MASKED_3(avx512_vnni, _mm256, dpwssds_epi32, __m256i, hv_i32x8, __mmask8)
HV_DOT(avx_vnni, _mm256_dpwssds_avx_epi32, __m256i, hv_i32x8, hv_i16x16, hv_i16x16, HV_SATURATED(HV_WORD_PRODUCTS))
HV_DOT(avx512_vnni, _mm512_dpbusd_epi32, __m512i, hv_i32x16, hv_u8x64, hv_i8x64, HV_WRAPPED(HV_BYTE_PRODUCTS))
HV_MASKED_3(avx512_vnni, _mm512, dpbusd_epi32, __m512i, hv_i32x16, __mmask16)
HV_DOT(avx512_vnni, _mm512_dpbusds_epi32, __m512i, hv_i32x16, hv_u8x64, hv_i8x64, HV_SATURATED(HV_BYTE_PRODUCTS))
HV_MASKED_3(avx512_vnni, _mm512, dpbusds_epi32, __m512i, hv_i32x16, __mmask16)
HV_DOT(avx512_vnni, _mm512_dpwssd_epi32, __m512i, hv_i32x16, hv_i16x32, hv_i16x32, HV_WRAPPED(HV_WORD_PRODUCTS))
HV_MASKED_3(avx512_vnni, _mm512, dpwssd_epi32, __m512i, hv_i32x16, __mmask16)
HV_DOT(avx512_vnni, _mm512_dpwssds_epi32, __m512i, hv_i32x16, hv_i16x32, hv_i16x32, HV_SATURATED(HV_WORD_PRODUCTS))
HV_MASKED_3(avx512_vnni, _mm512, dpwssds_epi32, __m512i, hv_i32x16, __mmask16)

/* GFNI: every byte as a vector of bits, times the 8 by 8 bit matrix of its 64-bit lane (Intel SDM 2, GF2P8AFFINEQB). */
static inline int hv_parity(unsigned int x)
{
    x ^= x >> 4;
    x ^= x >> 2;
    return (int)((x ^ x >> 1) & 1);
}
#define HV_AFFINE_FORMS(isa, mask_isa, prefix, op, vector, lane, mask, expression) \
    HV_ISA(isa) vector prefix##_##op(vector va, vector vb, int imm8) \
    { lane a = (lane)va, b = (lane)vb, r = {0}; \
      for (int i = 0; i < HV_LANES(r); i++) { \
          int byte = imm8; \
          for (int n = 0; n < 8; n++) byte ^= hv_parity((unsigned int)(a[i] & b[(i & ~7) + 7 - n])) << n; \
          r[i] = (unsigned char)byte; } \
      return (vector)r; } \
    HV_MASKED_2_IMMEDIATE(isa, prefix, op, vector, lane, mask, vector, vector, imm8)
HV_AFFINE_FORMS(gfni, gfni, _mm, gf2p8affine_epi64_epi8, __m128i, hv_u8x16, __mmask16, )
HV_AFFINE_FORMS(gfni, gfni, _mm256, gf2p8affine_epi64_epi8, __m256i, hv_u8x32, __mmask32, )
HV_AFFINE_FORMS(gfni, gfni, _mm512, gf2p8affine_epi64_epi8, __m512i, hv_u8x64, __mmask64, )

/* Counting and moving bits of scalars and of lanes. */
static inline int hv_count(unsigned long long x)
{
    int count = 0;
    for (int i = 0; i < 64; i++)
        count += HV_BIT(x, i);
    return count;
}
static inline int hv_leading_zeros(unsigned long long x, int width)
{
    int count = 0;
    while (count < width && !HV_BIT(x, width - 1 - count))
        count++;
    return count;
}
static inline int hv_trailing_zeros(unsigned long long x, int width)
{
    int count = 0;
    while (count < width && !HV_BIT(x, count))
        count++;
    return count;
}
static inline unsigned long long hv_deposit(unsigned long long x, unsigned long long mask)
{
    unsigned long long result = 0;
    int next = 0;
    for (int i = 0; i < 64; i++) {
        if (HV_BIT(mask, i))
            result |= (x >> next++ & 1) << i;
    }
    return result;
}
static inline unsigned long long hv_extract(unsigned long long x, unsigned long long mask)
{
    unsigned long long result = 0;
    int next = 0;
    for (int i = 0; i < 64; i++) {
        if (HV_BIT(mask, i))
            result |= (x >> i & 1) << next++;
    }
    return result;
}
HV_ISA(popcnt) int _mm_popcnt_u32(unsigned int x) { return hv_count(x); }
HV_ISA(popcnt) long long _mm_popcnt_u64(unsigned long long x) { return hv_count(x); }
HV_ISA(abm) unsigned int _lzcnt_u32(unsigned int x) { return (unsigned int)hv_leading_zeros(x, 32); }
HV_ISA(abm) unsigned long long _lzcnt_u64(unsigned long long x) { return (unsigned long long)hv_leading_zeros(x, 64); }
HV_ISA(bmi1) unsigned int _tzcnt_u32(unsigned int x) { return (unsigned int)hv_trailing_zeros(x, 32); }
HV_ISA(bmi1) unsigned long long _tzcnt_u64(unsigned long long x)
{ return (unsigned long long)hv_trailing_zeros(x, 64); }
HV_ISA(bmi1) unsigned int _blsr_u32(unsigned int x) { return x & (x - 1); }
HV_ISA(bmi1) unsigned long long _blsr_u64(unsigned long long x) { return x & (x - 1); }
HV_ISA(bmi1) unsigned int _blsi_u32(unsigned int x) { return x & (0U - x); }
HV_ISA(bmi1) unsigned long long _blsi_u64(unsigned long long x) { return x & (0ULL - x); }
HV_ISA(bmi1) unsigned int _blsmsk_u32(unsigned int x) { return x ^ (x - 1); }
HV_ISA(bmi1) unsigned long long _blsmsk_u64(unsigned long long x) { return x ^ (x - 1); }
HV_ISA(bmi2) unsigned int _bzhi_u32(unsigned int x, unsigned int n)
{ return (n & 255) < 32 ? x & ((1U << (n & 255)) - 1) : x; }
HV_ISA(bmi2) unsigned long long _bzhi_u64(unsigned long long x, unsigned long long n)
{ return (n & 255) < 64 ? x & ((1ULL << (n & 255)) - 1) : x; }
HV_ISA(bmi2) unsigned int _pdep_u32(unsigned int x, unsigned int mask) { return (unsigned int)hv_deposit(x, mask); }
HV_ISA(bmi2) unsigned long long _pdep_u64(unsigned long long x, unsigned long long mask) { return hv_deposit(x, mask); }
HV_ISA(bmi2) unsigned int _pext_u32(unsigned int x, unsigned int mask) { return (unsigned int)hv_extract(x, mask); }
HV_ISA(bmi2) unsigned long long _pext_u64(unsigned long long x, unsigned long long mask) { return hv_extract(x, mask); }
HV_WIDTHS_32(HV_UNARY_FORMS, avx512vl, avx512vl, avx512cd, lzcnt_epi32, u, (unsigned int)hv_leading_zeros(a[i], 32))
HV_WIDTHS_64(HV_UNARY_FORMS, avx512vl, avx512vl, avx512cd, lzcnt_epi64, u, (unsigned long long)hv_leading_zeros(a[i],
    64))

#endif
