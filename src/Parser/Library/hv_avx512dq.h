/* AVX-512DQ: floating-point logic, 64-bit products and conversions, pairs of doubles. */
#ifndef HV_AVX512DQ_H
#define HV_AVX512DQ_H

#include "hv_avx512vl_integer.h"

HV_BINARY_AS(avx512dq, _mm512_and_pd, __m512d, hv_u64x8, a[i] & b[i])
HV_BINARY_AS(avx512dq, _mm512_or_pd, __m512d, hv_u64x8, a[i] | b[i])
HV_BINARY_AS(avx512dq, _mm512_xor_pd, __m512d, hv_u64x8, a[i] ^ b[i])
HV_BINARY_AS(avx512dq, _mm512_andnot_pd, __m512d, hv_u64x8, ~a[i] & b[i])
HV_BINARY_MASKED(avx512dq, _mm512, and_pd, __m512d, hv_u64x8, __mmask8, a[i] & b[i])
HV_BINARY_MASKED(avx512dq, _mm512, or_pd, __m512d, hv_u64x8, __mmask8, a[i] | b[i])
HV_BINARY_MASKED(avx512dq, _mm512, xor_pd, __m512d, hv_u64x8, __mmask8, a[i] ^ b[i])
HV_BINARY_MASKED(avx512dq, _mm512, andnot_pd, __m512d, hv_u64x8, __mmask8, ~a[i] & b[i])
HV_BINARY_AS(avx512dq, _mm512_and_ps, __m512, hv_u32x16, a[i] & b[i])
HV_BINARY_AS(avx512dq, _mm512_or_ps, __m512, hv_u32x16, a[i] | b[i])
HV_BINARY_AS(avx512dq, _mm512_xor_ps, __m512, hv_u32x16, a[i] ^ b[i])
HV_BINARY_AS(avx512dq, _mm512_andnot_ps, __m512, hv_u32x16, ~a[i] & b[i])
HV_BINARY_MASKED(avx512dq, _mm512, and_ps, __m512, hv_u32x16, __mmask16, a[i] & b[i])
HV_BINARY_MASKED(avx512dq, _mm512, or_ps, __m512, hv_u32x16, __mmask16, a[i] | b[i])
HV_BINARY_MASKED(avx512dq, _mm512, xor_ps, __m512, hv_u32x16, __mmask16, a[i] ^ b[i])
HV_BINARY_MASKED(avx512dq, _mm512, andnot_ps, __m512, hv_u32x16, __mmask16, ~a[i] & b[i])
HV_BINARY_AS(avx512dq, _mm_mullo_epi64, __m128i, hv_u64x2, a[i] * b[i])
HV_BINARY_AS(avx512dq, _mm256_mullo_epi64, __m256i, hv_u64x4, a[i] * b[i])
HV_BINARY_AS(avx512dq, _mm512_mullo_epi64, __m512i, hv_u64x8, a[i] * b[i])
HV_CONVERT(avx512dq, _mm_cvtepi64_pd, __m128d, __m128d, __m128i, hv_i64x2, (double)a[i])
HV_CONVERT(avx512dq, _mm_cvttpd_epi64, __m128i, hv_i64x2, __m128d, __m128d, hv_to_i64(a[i]))
HV_CONVERT(avx512dq, _mm_cvtpd_epi64, __m128i, hv_i64x2, __m128d, __m128d, hv_to_i64(hv_round_even(a[i])))
HV_CONVERT(avx512dq, _mm256_cvtepi64_pd, __m256d, __m256d, __m256i, hv_i64x4, (double)a[i])
HV_CONVERT(avx512dq, _mm256_cvttpd_epi64, __m256i, hv_i64x4, __m256d, __m256d, hv_to_i64(a[i]))
HV_CONVERT(avx512dq, _mm256_cvtpd_epi64, __m256i, hv_i64x4, __m256d, __m256d, hv_to_i64(hv_round_even(a[i])))
HV_CONVERT(avx512dq, _mm512_cvtepi64_pd, __m512d, __m512d, __m512i, hv_i64x8, (double)a[i])
HV_CONVERT(avx512dq, _mm512_cvttpd_epi64, __m512i, hv_i64x8, __m512d, __m512d, hv_to_i64(a[i]))
HV_CONVERT(avx512dq, _mm512_cvtpd_epi64, __m512i, hv_i64x8, __m512d, __m512d, hv_to_i64(hv_round_even(a[i])))
HV_CONVERT(avx512dq, _mm512_broadcast_f64x2, __m512d, __m512d, __m128d, __m128d, a[i & 1])
HV_CONVERT(avx512dq, _mm512_broadcast_f32x8, __m512, __m512, __m256, __m256, a[i & 7])
HV_EXTRACT(avx512dq, _mm512_extractf64x2_pd, __m128d, __m512d, imm2)
HV_EXTRACT(avx512dq, _mm512_extractf32x8_ps, __m256, __m512, imm1)
HV_INSERT(avx512dq, _mm512_insertf64x2, __m512d, __m128d, imm2)
HV_INSERT(avx512dq, _mm512_insertf32x8, __m512, __m256, imm1)
HV_ISA(avx512dq) __mmask8 _kand_mask8(__mmask8 a, __mmask8 b) { return (__mmask8)(a & b); }
HV_ISA(avx512dq) __mmask8 _kor_mask8(__mmask8 a, __mmask8 b) { return (__mmask8)(a | b); }
HV_ISA(avx512dq) __mmask8 _kxor_mask8(__mmask8 a, __mmask8 b) { return (__mmask8)(a ^ b); }
HV_ISA(avx512dq) __mmask8 _kandn_mask8(__mmask8 a, __mmask8 b) { return (__mmask8)(~a & b); }
HV_ISA(avx512dq) __mmask8 _kxnor_mask8(__mmask8 a, __mmask8 b) { return (__mmask8)(~(a ^ b)); }
HV_ISA(avx512dq) __mmask8 _knot_mask8(__mmask8 a) { return (__mmask8)~a; }
HV_ISA(avx512dq) unsigned int _cvtmask8_u32(__mmask8 a) { return a; }
HV_ISA(avx512dq) __mmask8 _cvtu32_mask8(unsigned int x) { return (__mmask8)x; }
HV_ISA(avx512f) __mmask16 _kand_mask16(__mmask16 a, __mmask16 b) { return (__mmask16)(a & b); }
HV_ISA(avx512f) __mmask16 _kor_mask16(__mmask16 a, __mmask16 b) { return (__mmask16)(a | b); }
HV_ISA(avx512f) __mmask16 _kxor_mask16(__mmask16 a, __mmask16 b) { return (__mmask16)(a ^ b); }
HV_ISA(avx512f) __mmask16 _kandn_mask16(__mmask16 a, __mmask16 b) { return (__mmask16)(~a & b); }
HV_ISA(avx512f) __mmask16 _kxnor_mask16(__mmask16 a, __mmask16 b) { return (__mmask16)(~(a ^ b)); }
HV_ISA(avx512f) __mmask16 _knot_mask16(__mmask16 a) { return (__mmask16)~a; }
HV_ISA(avx512f) unsigned int _cvtmask16_u32(__mmask16 a) { return a; }
HV_ISA(avx512f) __mmask16 _cvtu32_mask16(unsigned int x) { return (__mmask16)x; }
HV_ISA(avx512bw) __mmask32 _kand_mask32(__mmask32 a, __mmask32 b) { return (__mmask32)(a & b); }
HV_ISA(avx512bw) __mmask32 _kor_mask32(__mmask32 a, __mmask32 b) { return (__mmask32)(a | b); }
HV_ISA(avx512bw) __mmask32 _kxor_mask32(__mmask32 a, __mmask32 b) { return (__mmask32)(a ^ b); }
HV_ISA(avx512bw) __mmask32 _kandn_mask32(__mmask32 a, __mmask32 b) { return (__mmask32)(~a & b); }
HV_ISA(avx512bw) __mmask32 _kxnor_mask32(__mmask32 a, __mmask32 b) { return (__mmask32)(~(a ^ b)); }
HV_ISA(avx512bw) __mmask32 _knot_mask32(__mmask32 a) { return (__mmask32)~a; }
HV_ISA(avx512bw) unsigned int _cvtmask32_u32(__mmask32 a) { return a; }
HV_ISA(avx512bw) __mmask32 _cvtu32_mask32(unsigned int x) { return (__mmask32)x; }
HV_ISA(avx512bw) __mmask64 _kand_mask64(__mmask64 a, __mmask64 b) { return (__mmask64)(a & b); }
HV_ISA(avx512bw) __mmask64 _kor_mask64(__mmask64 a, __mmask64 b) { return (__mmask64)(a | b); }
HV_ISA(avx512bw) __mmask64 _kxor_mask64(__mmask64 a, __mmask64 b) { return (__mmask64)(a ^ b); }
HV_ISA(avx512bw) __mmask64 _kandn_mask64(__mmask64 a, __mmask64 b) { return (__mmask64)(~a & b); }
HV_ISA(avx512bw) __mmask64 _kxnor_mask64(__mmask64 a, __mmask64 b) { return (__mmask64)(~(a ^ b)); }
HV_ISA(avx512bw) __mmask64 _knot_mask64(__mmask64 a) { return (__mmask64)~a; }
HV_ISA(avx512bw) unsigned long long _cvtmask64_u64(__mmask64 a) { return a; }
HV_ISA(avx512bw) __mmask64 _cvtu64_mask64(unsigned long long x) { return x; }

#endif
