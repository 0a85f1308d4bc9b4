/* SSE2 to SSE4.2: integer lanes of 128 bits. */
#ifndef HV_SSE2_INTEGER_H
#define HV_SSE2_INTEGER_H

#include "hv_sse2.h"

/* Immediate shifts: a count of at least the lane's width shifts everything out. */
#define HV_SHIFT(isa, name, vector, lane, type, expression) \
    HV_ISA(isa) vector name(vector va, type count) \
    { lane a = (lane)va, r = {0}; HV_EACH(r, expression); return (vector)r; }

HV_BINARY_AS(sse2, _mm_add_epi32, __m128i, hv_u32x4, a[i] + b[i])
HV_BINARY_AS(sse2, _mm_sub_epi32, __m128i, hv_u32x4, a[i] - b[i])
HV_BINARY_AS(sse2, _mm_add_epi64, __m128i, hv_u64x2, a[i] + b[i])
HV_BINARY_AS(sse2, _mm_sub_epi64, __m128i, hv_u64x2, a[i] - b[i])
HV_BINARY_AS(sse4_1, _mm_mullo_epi32, __m128i, hv_u32x4, a[i] * b[i])
HV_BINARY_AS(sse2, _mm_mul_epu32, __m128i, hv_u64x2, (a[i] & 0xffffffffULL) * (b[i] & 0xffffffffULL))
HV_BINARY_AS(sse4_1, _mm_mul_epi32, __m128i, hv_i64x2, (long long)(int)a[i] * (int)b[i])
HV_BINARY_AS(sse4_1, _mm_min_epi32, __m128i, hv_i32x4, a[i] < b[i] ? a[i] : b[i])
HV_BINARY_AS(sse4_1, _mm_min_epu32, __m128i, hv_u32x4, a[i] < b[i] ? a[i] : b[i])
HV_BINARY_AS(sse4_1, _mm_max_epi32, __m128i, hv_i32x4, a[i] > b[i] ? a[i] : b[i])
HV_BINARY_AS(sse4_1, _mm_max_epu32, __m128i, hv_u32x4, a[i] > b[i] ? a[i] : b[i])
HV_BINARY_AS(sse2, _mm_and_si128, __m128i, hv_u64x2, a[i] & b[i])
HV_BINARY_AS(sse2, _mm_or_si128, __m128i, hv_u64x2, a[i] | b[i])
HV_BINARY_AS(sse2, _mm_xor_si128, __m128i, hv_u64x2, a[i] ^ b[i])
HV_BINARY_AS(sse2, _mm_andnot_si128, __m128i, hv_u64x2, ~a[i] & b[i])
HV_SHIFT(sse2, _mm_slli_epi32, __m128i, hv_u32x4, int, (unsigned)count < 32 ? a[i] << count : 0)
HV_SHIFT(sse2, _mm_srli_epi32, __m128i, hv_u32x4, int, (unsigned)count < 32 ? a[i] >> count : 0)
HV_SHIFT(sse2, _mm_srai_epi32, __m128i, hv_i32x4, int, a[i] >> ((unsigned)count < 32 ? count : 31))
HV_SHIFT(sse2, _mm_slli_epi64, __m128i, hv_u64x2, int, (unsigned)count < 64 ? a[i] << count : 0)
HV_SHIFT(sse2, _mm_srli_epi64, __m128i, hv_u64x2, int, (unsigned)count < 64 ? a[i] >> count : 0)
HV_BINARY_AS(avx2, _mm_sllv_epi32, __m128i, hv_u32x4, b[i] < 32 ? a[i] << b[i] : 0)
HV_BINARY_AS(avx2, _mm_srlv_epi32, __m128i, hv_u32x4, b[i] < 32 ? a[i] >> b[i] : 0)
HV_BINARY_AS(avx2, _mm_srav_epi32, __m128i, hv_i32x4, a[i] >> ((unsigned)b[i] < 32 ? b[i] : 31))
HV_BINARY_AS(avx2, _mm_sllv_epi64, __m128i, hv_u64x2, b[i] < 64 ? a[i] << b[i] : 0)
HV_BINARY_AS(avx2, _mm_srlv_epi64, __m128i, hv_u64x2, b[i] < 64 ? a[i] >> b[i] : 0)
HV_UNARY_AS(ssse3, _mm_abs_epi32, __m128i, hv_u32x4, a[i] >> 31 ? 0u - a[i] : a[i])
HV_BINARY_AS(sse2, _mm_cmpeq_epi32, __m128i, hv_i32x4, a[i] == b[i] ? -1 : 0)
HV_BINARY_AS(sse2, _mm_cmpgt_epi32, __m128i, hv_i32x4, a[i] > b[i] ? -1 : 0)
HV_BINARY_AS(sse2, _mm_cmplt_epi32, __m128i, hv_i32x4, a[i] < b[i] ? -1 : 0)
HV_BINARY_AS(sse4_1, _mm_cmpeq_epi64, __m128i, hv_i64x2, a[i] == b[i] ? -1 : 0)
HV_BINARY_AS(sse4_2, _mm_cmpgt_epi64, __m128i, hv_i64x2, a[i] > b[i] ? -1 : 0)
HV_BINARY_AS(sse2, _mm_unpacklo_epi32, __m128i, hv_i32x4, i & 1 ? HV_OF_HALF(b, 0) : HV_OF_HALF(a, 0))
HV_BINARY_AS(sse2, _mm_unpackhi_epi32, __m128i, hv_i32x4, i & 1 ? HV_OF_HALF(b, 2) : HV_OF_HALF(a, 2))
HV_BINARY_AS(sse2, _mm_unpacklo_epi64, __m128i, hv_i64x2, i & 1 ? b[i - 1] : a[i])
HV_BINARY_AS(sse2, _mm_unpackhi_epi64, __m128i, hv_i64x2, i & 1 ? b[i] : a[i + 1])
HV_UNARY_IMMEDIATE(sse2, _mm_shuffle_epi32, __m128i, hv_i32x4, imm8, HV_OF_FOUR(a, imm8))

HV_NULLARY(sse2, _mm_setzero_si128, __m128i, 0)
HV_NULLARY(sse2, _mm_undefined_si128, __m128i, hv_nondet_long())
HV_SPREAD(sse2, _mm_set1_epi32, __m128i, hv_i32x4, int)
HV_ISA(sse2) __m128i _mm_set_epi32(int e3, int e2, int e1, int e0)
{ return (__m128i)(hv_i32x4){e0, e1, e2, e3}; }
HV_ISA(sse2) __m128i _mm_setr_epi32(int e0, int e1, int e2, int e3)
{ return (__m128i)(hv_i32x4){e0, e1, e2, e3}; }
HV_SPREAD(sse2, _mm_set1_epi64x, __m128i, hv_i64x2, long long)
HV_ISA(sse2) __m128i _mm_set_epi64x(long long e1, long long e0)
{ return (__m128i)(hv_i64x2){e0, e1}; }

HV_LOAD_WHOLE(sse2, _mm_load_si128, __m128i, __m128i, 16)
HV_LOAD_WHOLE(sse2, _mm_loadu_si128, __m128i, __m128i_u, 1)
HV_LOAD_WHOLE(sse3, _mm_lddqu_si128, __m128i, __m128i_u, 1)
HV_STORE_WHOLE(sse2, _mm_store_si128, __m128i, __m128i, 16)
HV_STORE_WHOLE(sse2, _mm_storeu_si128, __m128i, __m128i_u, 1)
HV_STORE_WHOLE(sse2, _mm_stream_si128, __m128i, __m128i, 16)
HV_ISA(sse2) int _mm_cvtsi128_si32(__m128i a) { return ((hv_i32x4)a)[0]; }
HV_ISA(sse2) long long _mm_cvtsi128_si64(__m128i a) { return a[0]; }
HV_ISA(sse2) __m128i _mm_cvtsi32_si128(int x) { return (__m128i)(hv_i32x4){x, 0, 0, 0}; }
HV_ISA(sse2) __m128i _mm_cvtsi64_si128(long long x) { return (__m128i){x, 0}; }
HV_ISA(sse2) __m128i _mm_loadl_epi64(const __m128i_u *p) { return (__m128i){*(const hv_i64 *)p, 0}; }
HV_ISA(sse2) void _mm_storel_epi64(__m128i_u *p, __m128i a) { *(hv_i64 *)p = a[0]; }
HV_ISA(sse2) void _mm_stream_si32(int *p, int x) { *(hv_i32 *)p = x; }
HV_ISA(sse2) void _mm_stream_si64(long long *p, long long x) { *(hv_i64 *)p = x; }
HV_ISA(sse4_1) int _mm_extract_epi32(__m128i a, int imm2) { return ((hv_i32x4)a)[imm2]; }
HV_ISA(sse4_1) long long _mm_extract_epi64(__m128i a, int imm1) { return a[imm1]; }
HV_ISA(sse4_1) __m128i _mm_insert_epi32(__m128i a, int x, int imm2)
{ hv_i32x4 r = (hv_i32x4)a; r[imm2] = x; return (__m128i)r; }
HV_ISA(sse4_1) __m128i _mm_insert_epi64(__m128i a, long long x, int imm1) { a[imm1] = x; return a; }
HV_CONVERT(sse4_1, _mm_cvtepi32_epi64, __m128i, hv_i64x2, __m128i, hv_i32x4, a[i])
HV_CONVERT(sse4_1, _mm_cvtepu32_epi64, __m128i, hv_i64x2, __m128i, hv_u32x4, a[i])

#endif
