/* SSE: four floats, and the scalar float in lane 0. */
#ifndef HV_SSE_H
#define HV_SSE_H

#include "hv_memory.h"
#include "hv_numbers.h"

/* Lanes of all ones where the expression holds. */
#define HV_COMPARE(isa, name, vector, to, expression) \
    HV_ISA(isa) vector name(vector a, vector b) \
    { to r = {0}; HV_EACH(r, (expression) ? -1 : 0); return (vector)r; }

HV_BINARY(sse, _mm_add_ps, __m128, a[i] + b[i])
HV_BINARY(sse, _mm_sub_ps, __m128, a[i] - b[i])
HV_BINARY(sse, _mm_mul_ps, __m128, a[i] * b[i])
HV_BINARY(sse, _mm_div_ps, __m128, a[i] / b[i])
HV_BINARY(sse, _mm_min_ps, __m128, a[i] < b[i] ? a[i] : b[i])
HV_BINARY(sse, _mm_max_ps, __m128, a[i] > b[i] ? a[i] : b[i])
HV_UNARY(sse, _mm_sqrt_ps, __m128, hv_sqrtf(a[i]))
HV_SCALAR_BINARY(sse, _mm_add_ss, __m128, a[0] + b[0])
HV_SCALAR_BINARY(sse, _mm_sub_ss, __m128, a[0] - b[0])
HV_SCALAR_BINARY(sse, _mm_mul_ss, __m128, a[0] * b[0])
HV_SCALAR_BINARY(sse, _mm_div_ss, __m128, a[0] / b[0])
HV_SCALAR_BINARY(sse, _mm_min_ss, __m128, a[0] < b[0] ? a[0] : b[0])
HV_SCALAR_BINARY(sse, _mm_max_ss, __m128, a[0] > b[0] ? a[0] : b[0])
HV_SCALAR_UNARY(sse, _mm_sqrt_ss, __m128, hv_sqrtf(a[0]))
HV_SCALAR_BINARY(sse, _mm_move_ss, __m128, b[0])
HV_BINARY_AS(sse, _mm_and_ps, __m128, hv_u32x4, a[i] & b[i])
HV_BINARY_AS(sse, _mm_or_ps, __m128, hv_u32x4, a[i] | b[i])
HV_BINARY_AS(sse, _mm_xor_ps, __m128, hv_u32x4, a[i] ^ b[i])
HV_BINARY_AS(sse, _mm_andnot_ps, __m128, hv_u32x4, ~a[i] & b[i])

HV_NULLARY(sse, _mm_setzero_ps, __m128, 0)
HV_NULLARY(sse, _mm_undefined_ps, __m128, hv_nondet_float())
HV_SPREAD(sse, _mm_set1_ps, __m128, __m128, float)
HV_SPREAD(sse, _mm_set_ps1, __m128, __m128, float)
HV_ISA(sse) __m128 _mm_set_ps(float e3, float e2, float e1, float e0)
{ return (__m128){e0, e1, e2, e3}; }
HV_ISA(sse) __m128 _mm_setr_ps(float e0, float e1, float e2, float e3)
{ return (__m128){e0, e1, e2, e3}; }

HV_LOAD(sse, _mm_load_ps, __m128, __m128, float, hv_f32, 16)
HV_LOAD(sse, _mm_loadu_ps, __m128, __m128, float, hv_f32, 1)
HV_STORE(sse, _mm_store_ps, __m128, __m128, float, hv_f32, 16)
HV_STORE(sse, _mm_storeu_ps, __m128, __m128, float, hv_f32, 1)
HV_STORE(sse, _mm_stream_ps, __m128, __m128, float, hv_f32, 16)
HV_ISA(sse) __m128 _mm_set_ss(float x) { return (__m128){x, 0, 0, 0}; }
HV_ISA(sse) __m128 _mm_load_ss(const float *p) { return (__m128){*(const hv_f32 *)p, 0, 0, 0}; }
HV_ISA(sse) __m128 _mm_load1_ps(const float *p) { return _mm_set1_ps(*(const hv_f32 *)p); }
HV_ISA(sse) __m128 _mm_load_ps1(const float *p) { return _mm_load1_ps(p); }
HV_ISA(sse) void _mm_store_ss(float *p, __m128 a) { *(hv_f32 *)p = a[0]; }
HV_ISA(sse) void _mm_store1_ps(float *p, __m128 a) { _mm_store_ps(p, _mm_set1_ps(a[0])); }
HV_ISA(sse) float _mm_cvtss_f32(__m128 a) { return a[0]; }
HV_ISA(sse) __m128 _mm_cvtsi32_ss(__m128 a, int x) { a[0] = (float)x; return a; }
HV_ISA(sse) int _mm_cvttss_si32(__m128 a) { return hv_to_i32(a[0]); }
HV_ISA(sse) int _mm_cvtss_si32(__m128 a) { return hv_to_i32(hv_round_even(a[0])); }

HV_BINARY_AS(sse, _mm_unpacklo_ps, __m128, __m128, i & 1 ? HV_OF_HALF(b, 0) : HV_OF_HALF(a, 0))
HV_BINARY_AS(sse, _mm_unpackhi_ps, __m128, __m128, i & 1 ? HV_OF_HALF(b, 2) : HV_OF_HALF(a, 2))
HV_BINARY_IMMEDIATE(sse, _mm_shuffle_ps, __m128, __m128, imm8,
    (i & 3) < 2 ? HV_OF_FOUR(a, imm8) : HV_OF_FOUR(b, imm8))
HV_UNARY_IMMEDIATE(avx, _mm_permute_ps, __m128, __m128, imm8, HV_OF_FOUR(a, imm8))
HV_BINARY(sse, _mm_movehl_ps, __m128, i < 2 ? b[i + 2] : a[i])
HV_BINARY(sse, _mm_movelh_ps, __m128, i < 2 ? a[i] : b[i - 2])

HV_COMPARE(sse, _mm_cmpeq_ps, __m128, hv_i32x4, a[i] == b[i])
HV_COMPARE(sse, _mm_cmplt_ps, __m128, hv_i32x4, a[i] < b[i])
HV_COMPARE(sse, _mm_cmple_ps, __m128, hv_i32x4, a[i] <= b[i])
HV_COMPARE(sse, _mm_cmpneq_ps, __m128, hv_i32x4, a[i] != b[i])
HV_COMPARE(sse, _mm_cmpnlt_ps, __m128, hv_i32x4, !(a[i] < b[i]))
HV_COMPARE(sse, _mm_cmpnle_ps, __m128, hv_i32x4, !(a[i] <= b[i]))
HV_COMPARE(sse, _mm_cmpgt_ps, __m128, hv_i32x4, a[i] > b[i])
HV_COMPARE(sse, _mm_cmpge_ps, __m128, hv_i32x4, a[i] >= b[i])
HV_COMPARE(sse, _mm_cmpngt_ps, __m128, hv_i32x4, !(a[i] > b[i]))
HV_COMPARE(sse, _mm_cmpnge_ps, __m128, hv_i32x4, !(a[i] >= b[i]))
HV_COMPARE(sse, _mm_cmpord_ps, __m128, hv_i32x4, a[i] == a[i] && b[i] == b[i])
HV_COMPARE(sse, _mm_cmpunord_ps, __m128, hv_i32x4, a[i] != a[i] || b[i] != b[i])
HV_ISA(sse) int _mm_comieq_ps(__m128 a, __m128 b) { return a[0] == b[0]; }
HV_ISA(sse) int _mm_comilt_ps(__m128 a, __m128 b) { return a[0] < b[0]; }
HV_ISA(sse) int _mm_comile_ps(__m128 a, __m128 b) { return a[0] <= b[0]; }
HV_ISA(sse) int _mm_comigt_ps(__m128 a, __m128 b) { return a[0] > b[0]; }
HV_ISA(sse) int _mm_comige_ps(__m128 a, __m128 b) { return a[0] >= b[0]; }
HV_ISA(sse) int _mm_comineq_ps(__m128 a, __m128 b) { return a[0] != b[0]; }
HV_ISA(sse) int _mm_movemask_ps(__m128 a)
{
    hv_u32x4 bits = (hv_u32x4)a;
    return (int)(bits[0] >> 31 | (bits[1] >> 31) << 1 | (bits[2] >> 31) << 2 | (bits[3] >> 31) << 3);
}

enum _mm_hint {
    _MM_HINT_NTA = 0, _MM_HINT_T2 = 1, _MM_HINT_T1 = 2, _MM_HINT_T0 = 3, _MM_HINT_ET1 = 6, _MM_HINT_ET0 = 7
};
HV_ISA(sse) void _mm_prefetch(const void *address, int hint) { (void)hint; hv_prefetch(address); }
/* Fences order memory that other threads see; within a race-free phase they change nothing. */
HV_ISA(sse) void _mm_sfence(void) { }

/* No model: these change how later arithmetic rounds and flushes. */
unsigned int _mm_getcsr(void);
void _mm_setcsr(unsigned int value);

#define _MM_SHUFFLE(z, y, x, w) ((z) << 6 | (y) << 4 | (x) << 2 | (w))
#define _MM_TRANSPOSE4_PS(row0, row1, row2, row3) \
    do { \
        __m128 hv_t0 = _mm_unpacklo_ps(row0, row1), hv_t1 = _mm_unpacklo_ps(row2, row3); \
        __m128 hv_t2 = _mm_unpackhi_ps(row0, row1), hv_t3 = _mm_unpackhi_ps(row2, row3); \
        (row0) = _mm_movelh_ps(hv_t0, hv_t1); \
        (row1) = _mm_movehl_ps(hv_t1, hv_t0); \
        (row2) = _mm_movelh_ps(hv_t2, hv_t3); \
        (row3) = _mm_movehl_ps(hv_t3, hv_t2); \
    } while (0)

#endif
