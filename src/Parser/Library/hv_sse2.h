/* SSE2: two doubles, and the scalar double in lane 0. */
#ifndef HV_SSE2_H
#define HV_SSE2_H

#include "hv_sse.h"

HV_BINARY(sse2, _mm_add_pd, __m128d, a[i] + b[i])
HV_BINARY(sse2, _mm_sub_pd, __m128d, a[i] - b[i])
HV_BINARY(sse2, _mm_mul_pd, __m128d, a[i] * b[i])
HV_BINARY(sse2, _mm_div_pd, __m128d, a[i] / b[i])
HV_BINARY(sse2, _mm_min_pd, __m128d, a[i] < b[i] ? a[i] : b[i])
HV_BINARY(sse2, _mm_max_pd, __m128d, a[i] > b[i] ? a[i] : b[i])
HV_UNARY(sse2, _mm_sqrt_pd, __m128d, hv_sqrt(a[i]))
HV_SCALAR_BINARY(sse2, _mm_add_sd, __m128d, a[0] + b[0])
HV_SCALAR_BINARY(sse2, _mm_sub_sd, __m128d, a[0] - b[0])
HV_SCALAR_BINARY(sse2, _mm_mul_sd, __m128d, a[0] * b[0])
HV_SCALAR_BINARY(sse2, _mm_div_sd, __m128d, a[0] / b[0])
HV_SCALAR_BINARY(sse2, _mm_min_sd, __m128d, a[0] < b[0] ? a[0] : b[0])
HV_SCALAR_BINARY(sse2, _mm_max_sd, __m128d, a[0] > b[0] ? a[0] : b[0])
HV_SCALAR_BINARY(sse2, _mm_sqrt_sd, __m128d, hv_sqrt(b[0]))
HV_SCALAR_BINARY(sse2, _mm_move_sd, __m128d, b[0])
HV_BINARY_AS(sse2, _mm_and_pd, __m128d, hv_u64x2, a[i] & b[i])
HV_BINARY_AS(sse2, _mm_or_pd, __m128d, hv_u64x2, a[i] | b[i])
HV_BINARY_AS(sse2, _mm_xor_pd, __m128d, hv_u64x2, a[i] ^ b[i])
HV_BINARY_AS(sse2, _mm_andnot_pd, __m128d, hv_u64x2, ~a[i] & b[i])

HV_NULLARY(sse2, _mm_setzero_pd, __m128d, 0)
HV_NULLARY(sse2, _mm_undefined_pd, __m128d, hv_nondet_double())
HV_SPREAD(sse2, _mm_set1_pd, __m128d, __m128d, double)
HV_SPREAD(sse2, _mm_set_pd1, __m128d, __m128d, double)
HV_ISA(sse2) __m128d _mm_set_pd(double e1, double e0)
{ return (__m128d){e0, e1}; }
HV_ISA(sse2) __m128d _mm_setr_pd(double e0, double e1)
{ return (__m128d){e0, e1}; }

HV_LOAD(sse2, _mm_load_pd, __m128d, __m128d, double, hv_f64, 16)
HV_LOAD(sse2, _mm_loadu_pd, __m128d, __m128d, double, hv_f64, 1)
HV_STORE(sse2, _mm_store_pd, __m128d, __m128d, double, hv_f64, 16)
HV_STORE(sse2, _mm_storeu_pd, __m128d, __m128d, double, hv_f64, 1)
HV_STORE(sse2, _mm_stream_pd, __m128d, __m128d, double, hv_f64, 16)
HV_ISA(sse2) __m128d _mm_set_sd(double x) { return (__m128d){x, 0}; }
HV_ISA(sse2) __m128d _mm_load_sd(const double *p) { return (__m128d){*(const hv_f64 *)p, 0}; }
HV_ISA(sse2) __m128d _mm_load1_pd(const double *p) { return _mm_set1_pd(*(const hv_f64 *)p); }
HV_ISA(sse2) __m128d _mm_load_pd1(const double *p) { return _mm_load1_pd(p); }
HV_ISA(sse2) __m128d _mm_loadl_pd(__m128d a, const double *p) { a[0] = *(const hv_f64 *)p; return a; }
HV_ISA(sse2) __m128d _mm_loadh_pd(__m128d a, const double *p) { a[1] = *(const hv_f64 *)p; return a; }
HV_ISA(sse2) void _mm_store_sd(double *p, __m128d a) { *(hv_f64 *)p = a[0]; }
HV_ISA(sse2) void _mm_storel_pd(double *p, __m128d a) { *(hv_f64 *)p = a[0]; }
HV_ISA(sse2) void _mm_storeh_pd(double *p, __m128d a) { *(hv_f64 *)p = a[1]; }
HV_ISA(sse2) void _mm_store1_pd(double *p, __m128d a) { _mm_store_pd(p, _mm_set1_pd(a[0])); }
HV_ISA(sse2) double _mm_cvtsd_f64(__m128d a) { return a[0]; }
HV_ISA(sse2) __m128d _mm_cvtsi32_sd(__m128d a, int x) { a[0] = x; return a; }
HV_ISA(sse2) __m128d _mm_cvtsi64_sd(__m128d a, long long x) { a[0] = (double)x; return a; }
HV_ISA(sse2) __m128d _mm_cvtss_sd(__m128d a, __m128 b) { a[0] = b[0]; return a; }
HV_ISA(sse2) __m128 _mm_cvtsd_ss(__m128 a, __m128d b) { a[0] = (float)b[0]; return a; }
HV_ISA(sse2) int _mm_cvttsd_si32(__m128d a) { return hv_to_i32(a[0]); }
HV_ISA(sse2) int _mm_cvtsd_si32(__m128d a) { return hv_to_i32(hv_round_even(a[0])); }
HV_ISA(sse2) long long _mm_cvttsd_si64(__m128d a) { return hv_to_i64(a[0]); }
HV_ISA(sse2) long long _mm_cvtsd_si64(__m128d a) { return hv_to_i64(hv_round_even(a[0])); }
HV_ISA(sse2) int _mm_movemask_pd(__m128d a) { return (int)(hv_bits(a[0]) >> 63 | (hv_bits(a[1]) >> 63) << 1); }
HV_ISA(sse2) void _mm_lfence(void) { }
HV_ISA(sse2) void _mm_mfence(void) { }
HV_ISA(sse2) void _mm_pause(void) { }
#define _MM_SHUFFLE2(y, x) ((y) << 1 | (x))

HV_BINARY_AS(sse2, _mm_unpacklo_pd, __m128d, __m128d, i & 1 ? b[i - 1] : a[i])
HV_BINARY_AS(sse2, _mm_unpackhi_pd, __m128d, __m128d, i & 1 ? b[i] : a[i + 1])
HV_BINARY_IMMEDIATE(sse2, _mm_shuffle_pd, __m128d, __m128d, imm2, i & 1 ? HV_OF_PAIR(b, imm2) : HV_OF_PAIR(a, imm2))
HV_UNARY_IMMEDIATE(avx, _mm_permute_pd, __m128d, __m128d, imm2, HV_OF_PAIR(a, imm2))

HV_COMPARE(sse2, _mm_cmpeq_pd, __m128d, hv_i64x2, a[i] == b[i])
HV_COMPARE(sse2, _mm_cmplt_pd, __m128d, hv_i64x2, a[i] < b[i])
HV_COMPARE(sse2, _mm_cmple_pd, __m128d, hv_i64x2, a[i] <= b[i])
HV_COMPARE(sse2, _mm_cmpneq_pd, __m128d, hv_i64x2, a[i] != b[i])
HV_COMPARE(sse2, _mm_cmpnlt_pd, __m128d, hv_i64x2, !(a[i] < b[i]))
HV_COMPARE(sse2, _mm_cmpnle_pd, __m128d, hv_i64x2, !(a[i] <= b[i]))
HV_COMPARE(sse2, _mm_cmpgt_pd, __m128d, hv_i64x2, a[i] > b[i])
HV_COMPARE(sse2, _mm_cmpge_pd, __m128d, hv_i64x2, a[i] >= b[i])
HV_COMPARE(sse2, _mm_cmpngt_pd, __m128d, hv_i64x2, !(a[i] > b[i]))
HV_COMPARE(sse2, _mm_cmpnge_pd, __m128d, hv_i64x2, !(a[i] >= b[i]))
HV_COMPARE(sse2, _mm_cmpord_pd, __m128d, hv_i64x2, a[i] == a[i] && b[i] == b[i])
HV_COMPARE(sse2, _mm_cmpunord_pd, __m128d, hv_i64x2, a[i] != a[i] || b[i] != b[i])
HV_ISA(sse2) int _mm_comieq_pd(__m128d a, __m128d b) { return a[0] == b[0]; }
HV_ISA(sse2) int _mm_comilt_pd(__m128d a, __m128d b) { return a[0] < b[0]; }
HV_ISA(sse2) int _mm_comile_pd(__m128d a, __m128d b) { return a[0] <= b[0]; }
HV_ISA(sse2) int _mm_comigt_pd(__m128d a, __m128d b) { return a[0] > b[0]; }
HV_ISA(sse2) int _mm_comige_pd(__m128d a, __m128d b) { return a[0] >= b[0]; }
HV_ISA(sse2) int _mm_comineq_pd(__m128d a, __m128d b) { return a[0] != b[0]; }
HV_CAST(sse2, _mm_castps_pd, __m128d, __m128)
HV_CAST(sse2, _mm_castps_si128, __m128i, __m128)
HV_CAST(sse2, _mm_castpd_ps, __m128, __m128d)
HV_CAST(sse2, _mm_castpd_si128, __m128i, __m128d)
HV_CAST(sse2, _mm_castsi128_ps, __m128, __m128i)
HV_CAST(sse2, _mm_castsi128_pd, __m128d, __m128i)

HV_CONVERT(sse2, _mm_cvtps_pd, __m128d, __m128d, __m128, __m128, a[i])
HV_CONVERT(sse2, _mm_cvtpd_ps, __m128, __m128, __m128d, __m128d, i < 2 ? (float)a[i] : 0)
HV_CONVERT(sse2, _mm_cvtepi32_pd, __m128d, __m128d, __m128i, hv_i32x4, a[i])
HV_CONVERT(sse2, _mm_cvtepi32_ps, __m128, __m128, __m128i, hv_i32x4, (float)a[i])
HV_CONVERT(sse2, _mm_cvttps_epi32, __m128i, hv_i32x4, __m128, __m128, hv_to_i32(a[i]))
HV_CONVERT(sse2, _mm_cvtps_epi32, __m128i, hv_i32x4, __m128, __m128, hv_to_i32(hv_round_even(a[i])))
HV_CONVERT(sse2, _mm_cvttpd_epi32, __m128i, hv_i32x4, __m128d, __m128d, i < 2 ? hv_to_i32(a[i]) : 0)
HV_CONVERT(sse2, _mm_cvtpd_epi32, __m128i, hv_i32x4, __m128d, __m128d, i < 2 ? hv_to_i32(hv_round_even(a[i])) : 0)

#endif
