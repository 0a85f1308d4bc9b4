/* AVX-512F: comparisons into masks, mask arithmetic, reductions. */
#ifndef HV_AVX512F_MASK_H
#define HV_AVX512F_MASK_H

#include "hv_avx512f_shuffle.h"

/* An immediate chooses the predicate: plain, and under a mask whose disabled lanes give 0. */
#define HV_TEST_IMMEDIATE(isa, prefix, suffix, mask, vector) \
    HV_ISA(isa) mask prefix##_cmp_##suffix##_mask(vector a, vector b, const int imm5) \
    { unsigned long long bits = 0; \
      for (int i = 0; i < HV_LANES(a); i++) bits |= hv_compare(a[i], b[i], imm5) ? 1ULL << i : 0; \
      return (mask)bits; } \
    HV_ISA(isa) mask prefix##_mask_cmp_##suffix##_mask(mask k, vector a, vector b, const int imm5) \
    { unsigned long long bits = 0; \
      for (int i = 0; i < HV_LANES(a); i++) bits |= HV_BIT(k, i) && hv_compare(a[i], b[i], imm5) ? 1ULL << i : 0; \
      return (mask)bits; }

HV_TEST(avx512f, _mm512_cmpeq_epi32_mask, __mmask16, __m512i, hv_i32x16, a[i] == b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmpeq_epi32_mask, __mmask16, __m512i, hv_i32x16, a[i] == b[i])
HV_TEST(avx512f, _mm512_cmpneq_epi32_mask, __mmask16, __m512i, hv_i32x16, a[i] != b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmpneq_epi32_mask, __mmask16, __m512i, hv_i32x16, a[i] != b[i])
HV_TEST(avx512f, _mm512_cmplt_epi32_mask, __mmask16, __m512i, hv_i32x16, a[i] < b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmplt_epi32_mask, __mmask16, __m512i, hv_i32x16, a[i] < b[i])
HV_TEST(avx512f, _mm512_cmple_epi32_mask, __mmask16, __m512i, hv_i32x16, a[i] <= b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmple_epi32_mask, __mmask16, __m512i, hv_i32x16, a[i] <= b[i])
HV_TEST(avx512f, _mm512_cmpgt_epi32_mask, __mmask16, __m512i, hv_i32x16, a[i] > b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmpgt_epi32_mask, __mmask16, __m512i, hv_i32x16, a[i] > b[i])
HV_TEST(avx512f, _mm512_cmpge_epi32_mask, __mmask16, __m512i, hv_i32x16, a[i] >= b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmpge_epi32_mask, __mmask16, __m512i, hv_i32x16, a[i] >= b[i])
HV_TEST(avx512f, _mm512_cmpeq_epi64_mask, __mmask8, __m512i, hv_i64x8, a[i] == b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmpeq_epi64_mask, __mmask8, __m512i, hv_i64x8, a[i] == b[i])
HV_TEST(avx512f, _mm512_cmpneq_epi64_mask, __mmask8, __m512i, hv_i64x8, a[i] != b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmpneq_epi64_mask, __mmask8, __m512i, hv_i64x8, a[i] != b[i])
HV_TEST(avx512f, _mm512_cmplt_epi64_mask, __mmask8, __m512i, hv_i64x8, a[i] < b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmplt_epi64_mask, __mmask8, __m512i, hv_i64x8, a[i] < b[i])
HV_TEST(avx512f, _mm512_cmple_epi64_mask, __mmask8, __m512i, hv_i64x8, a[i] <= b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmple_epi64_mask, __mmask8, __m512i, hv_i64x8, a[i] <= b[i])
HV_TEST(avx512f, _mm512_cmpgt_epi64_mask, __mmask8, __m512i, hv_i64x8, a[i] > b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmpgt_epi64_mask, __mmask8, __m512i, hv_i64x8, a[i] > b[i])
HV_TEST(avx512f, _mm512_cmpge_epi64_mask, __mmask8, __m512i, hv_i64x8, a[i] >= b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmpge_epi64_mask, __mmask8, __m512i, hv_i64x8, a[i] >= b[i])
HV_TEST(avx512f, _mm512_cmpeq_pd_mask, __mmask8, __m512d, __m512d, a[i] == b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmpeq_pd_mask, __mmask8, __m512d, __m512d, a[i] == b[i])
HV_TEST(avx512f, _mm512_cmplt_pd_mask, __mmask8, __m512d, __m512d, a[i] < b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmplt_pd_mask, __mmask8, __m512d, __m512d, a[i] < b[i])
HV_TEST(avx512f, _mm512_cmple_pd_mask, __mmask8, __m512d, __m512d, a[i] <= b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmple_pd_mask, __mmask8, __m512d, __m512d, a[i] <= b[i])
HV_TEST(avx512f, _mm512_cmpneq_pd_mask, __mmask8, __m512d, __m512d, a[i] != b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmpneq_pd_mask, __mmask8, __m512d, __m512d, a[i] != b[i])
HV_TEST(avx512f, _mm512_cmpnlt_pd_mask, __mmask8, __m512d, __m512d, !(a[i] < b[i]))
HV_TEST_MASKED(avx512f, _mm512_mask_cmpnlt_pd_mask, __mmask8, __m512d, __m512d, !(a[i] < b[i]))
HV_TEST(avx512f, _mm512_cmpnle_pd_mask, __mmask8, __m512d, __m512d, !(a[i] <= b[i]))
HV_TEST_MASKED(avx512f, _mm512_mask_cmpnle_pd_mask, __mmask8, __m512d, __m512d, !(a[i] <= b[i]))
HV_TEST(avx512f, _mm512_cmpord_pd_mask, __mmask8, __m512d, __m512d, a[i] == a[i] && b[i] == b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmpord_pd_mask, __mmask8, __m512d, __m512d, a[i] == a[i] && b[i] == b[i])
HV_TEST(avx512f, _mm512_cmpunord_pd_mask, __mmask8, __m512d, __m512d, a[i] != a[i] || b[i] != b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmpunord_pd_mask, __mmask8, __m512d, __m512d, a[i] != a[i] || b[i] != b[i])
HV_TEST_IMMEDIATE(avx512f, _mm512, pd, __mmask8, __m512d)
HV_TEST(avx512f, _mm512_cmpeq_ps_mask, __mmask16, __m512, __m512, a[i] == b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmpeq_ps_mask, __mmask16, __m512, __m512, a[i] == b[i])
HV_TEST(avx512f, _mm512_cmplt_ps_mask, __mmask16, __m512, __m512, a[i] < b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmplt_ps_mask, __mmask16, __m512, __m512, a[i] < b[i])
HV_TEST(avx512f, _mm512_cmple_ps_mask, __mmask16, __m512, __m512, a[i] <= b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmple_ps_mask, __mmask16, __m512, __m512, a[i] <= b[i])
HV_TEST(avx512f, _mm512_cmpneq_ps_mask, __mmask16, __m512, __m512, a[i] != b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmpneq_ps_mask, __mmask16, __m512, __m512, a[i] != b[i])
HV_TEST(avx512f, _mm512_cmpnlt_ps_mask, __mmask16, __m512, __m512, !(a[i] < b[i]))
HV_TEST_MASKED(avx512f, _mm512_mask_cmpnlt_ps_mask, __mmask16, __m512, __m512, !(a[i] < b[i]))
HV_TEST(avx512f, _mm512_cmpnle_ps_mask, __mmask16, __m512, __m512, !(a[i] <= b[i]))
HV_TEST_MASKED(avx512f, _mm512_mask_cmpnle_ps_mask, __mmask16, __m512, __m512, !(a[i] <= b[i]))
HV_TEST(avx512f, _mm512_cmpord_ps_mask, __mmask16, __m512, __m512, a[i] == a[i] && b[i] == b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmpord_ps_mask, __mmask16, __m512, __m512, a[i] == a[i] && b[i] == b[i])
HV_TEST(avx512f, _mm512_cmpunord_ps_mask, __mmask16, __m512, __m512, a[i] != a[i] || b[i] != b[i])
HV_TEST_MASKED(avx512f, _mm512_mask_cmpunord_ps_mask, __mmask16, __m512, __m512, a[i] != a[i] || b[i] != b[i])
HV_TEST_IMMEDIATE(avx512f, _mm512, ps, __mmask16, __m512)

HV_ISA(avx512f) __mmask16 _mm512_kand(__mmask16 a, __mmask16 b) { return (__mmask16)(a & b); }
HV_ISA(avx512f) __mmask16 _mm512_kor(__mmask16 a, __mmask16 b) { return (__mmask16)(a | b); }
HV_ISA(avx512f) __mmask16 _mm512_kxor(__mmask16 a, __mmask16 b) { return (__mmask16)(a ^ b); }
HV_ISA(avx512f) __mmask16 _mm512_kandn(__mmask16 a, __mmask16 b) { return (__mmask16)(~a & b); }
HV_ISA(avx512f) __mmask16 _mm512_kxnor(__mmask16 a, __mmask16 b) { return (__mmask16)(~(a ^ b)); }
HV_ISA(avx512f) __mmask16 _mm512_knot(__mmask16 a) { return (__mmask16)~a; }
HV_ISA(avx512f) int _mm512_mask2int(__mmask16 a) { return a; }
HV_ISA(avx512f) __mmask16 _mm512_int2mask(int x) { return (__mmask16)x; }
HV_ISA(avx512f) int _mm512_kortestz(__mmask16 a, __mmask16 b) { return (a | b) == 0; }
HV_ISA(avx512f) int _mm512_kortestc(__mmask16 a, __mmask16 b) { return (__mmask16)(a | b) == 0xffff; }
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

#endif
