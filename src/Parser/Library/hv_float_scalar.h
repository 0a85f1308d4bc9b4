/* The scalar float or double in lane 0; the other lanes are those of the first operand. */
#ifndef HV_FLOAT_SCALAR_H
#define HV_FLOAT_SCALAR_H

#include "hv_float.h"

#define HV_SCALAR_FORMS(isa, op, vector, expression) \
    HV_SCALAR_BINARY(isa, _mm_##op, vector, expression) \
    HV_ISA(avx512f) vector _mm_mask_##op(vector source, __mmask8 k, vector a, vector b) \
    { vector r = a; r[0] = k & 1 ? _mm_##op(a, b)[0] : source[0]; return r; } \
    HV_ISA(avx512f) vector _mm_maskz_##op(__mmask8 k, vector a, vector b) \
    { vector r = a; r[0] = k & 1 ? _mm_##op(a, b)[0] : 0; return r; }
#define HV_SCALAR_FUSED_FORMS(op, vector, expression) \
    HV_SCALAR_TERNARY(fma, _mm_##op, vector, expression) \
    HV_ISA(avx512f) vector _mm_mask_##op(vector a, __mmask8 k, vector b, vector c) \
    { vector r = a; r[0] = k & 1 ? _mm_##op(a, b, c)[0] : a[0]; return r; } \
    HV_ISA(avx512f) vector _mm_mask3_##op(vector a, vector b, vector c, __mmask8 k) \
    { vector r = c; r[0] = k & 1 ? _mm_##op(a, b, c)[0] : c[0]; return r; } \
    HV_ISA(avx512f) vector _mm_maskz_##op(__mmask8 k, vector a, vector b, vector c) \
    { vector r = a; r[0] = k & 1 ? _mm_##op(a, b, c)[0] : 0; return r; }

HV_SCALAR_FORMS(sse, add_ss, __m128, a[0] + b[0])
HV_SCALAR_FORMS(sse, sub_ss, __m128, a[0] - b[0])
HV_SCALAR_FORMS(sse, mul_ss, __m128, a[0] * b[0])
HV_SCALAR_FORMS(sse, div_ss, __m128, a[0] / b[0])
HV_SCALAR_FORMS(sse, min_ss, __m128, a[0] < b[0] ? a[0] : b[0])
HV_SCALAR_FORMS(sse, max_ss, __m128, a[0] > b[0] ? a[0] : b[0])
HV_SCALAR_FORMS(sse, move_ss, __m128, b[0])
HV_SCALAR_FUSED_FORMS(fmadd_ss, __m128, hv_fmaf(a[0], b[0], c[0]))
HV_SCALAR_FUSED_FORMS(fmsub_ss, __m128, hv_fmaf(a[0], b[0], -c[0]))
HV_SCALAR_FUSED_FORMS(fnmadd_ss, __m128, hv_fmaf(-a[0], b[0], c[0]))
HV_SCALAR_FUSED_FORMS(fnmsub_ss, __m128, hv_fmaf(-a[0], b[0], -c[0]))
HV_SCALAR_FORMS(sse2, add_sd, __m128d, a[0] + b[0])
HV_SCALAR_FORMS(sse2, sub_sd, __m128d, a[0] - b[0])
HV_SCALAR_FORMS(sse2, mul_sd, __m128d, a[0] * b[0])
HV_SCALAR_FORMS(sse2, div_sd, __m128d, a[0] / b[0])
HV_SCALAR_FORMS(sse2, min_sd, __m128d, a[0] < b[0] ? a[0] : b[0])
HV_SCALAR_FORMS(sse2, max_sd, __m128d, a[0] > b[0] ? a[0] : b[0])
HV_SCALAR_FORMS(sse2, move_sd, __m128d, b[0])
HV_SCALAR_FUSED_FORMS(fmadd_sd, __m128d, hv_fma(a[0], b[0], c[0]))
HV_SCALAR_FUSED_FORMS(fmsub_sd, __m128d, hv_fma(a[0], b[0], -c[0]))
HV_SCALAR_FUSED_FORMS(fnmadd_sd, __m128d, hv_fma(-a[0], b[0], c[0]))
HV_SCALAR_FUSED_FORMS(fnmsub_sd, __m128d, hv_fma(-a[0], b[0], -c[0]))
HV_SCALAR_UNARY(sse, _mm_sqrt_ss, __m128, hv_sqrtf(a[0]))
HV_SCALAR_BINARY(sse2, _mm_sqrt_sd, __m128d, hv_sqrt(b[0]))
/* The masked forms take the root of b, for both types. */
HV_ISA(avx512f) __m128 _mm_mask_sqrt_ss(__m128 source, __mmask8 k, __m128 a, __m128 b)
{ a[0] = k & 1 ? hv_sqrtf(b[0]) : source[0]; return a; }
HV_ISA(avx512f) __m128 _mm_maskz_sqrt_ss(__mmask8 k, __m128 a, __m128 b)
{ a[0] = k & 1 ? hv_sqrtf(b[0]) : 0; return a; }
HV_ISA(avx512f) __m128d _mm_mask_sqrt_sd(__m128d source, __mmask8 k, __m128d a, __m128d b)
{ a[0] = k & 1 ? hv_sqrt(b[0]) : source[0]; return a; }
HV_ISA(avx512f) __m128d _mm_maskz_sqrt_sd(__mmask8 k, __m128d a, __m128d b)
{ a[0] = k & 1 ? hv_sqrt(b[0]) : 0; return a; }

#define HV_SCALAR_ALL_ONES(isa, name, vector, from_bits, expression) \
    HV_SCALAR_BINARY(isa, name, vector, (expression) ? from_bits : 0)
#define HV_ONES_32 hv_from_bitsf(0xffffffffU)
#define HV_ONES_64 hv_from_bits(0xffffffffffffffffULL)
HV_SCALAR_ALL_ONES(sse, _mm_cmpeq_ss, __m128, HV_ONES_32, a[0] == b[0])
HV_SCALAR_ALL_ONES(sse, _mm_cmplt_ss, __m128, HV_ONES_32, a[0] < b[0])
HV_SCALAR_ALL_ONES(sse, _mm_cmple_ss, __m128, HV_ONES_32, a[0] <= b[0])
HV_SCALAR_ALL_ONES(sse, _mm_cmpneq_ss, __m128, HV_ONES_32, a[0] != b[0])
HV_SCALAR_ALL_ONES(sse, _mm_cmpnlt_ss, __m128, HV_ONES_32, !(a[0] < b[0]))
HV_SCALAR_ALL_ONES(sse, _mm_cmpnle_ss, __m128, HV_ONES_32, !(a[0] <= b[0]))
HV_SCALAR_ALL_ONES(sse, _mm_cmpgt_ss, __m128, HV_ONES_32, a[0] > b[0])
HV_SCALAR_ALL_ONES(sse, _mm_cmpge_ss, __m128, HV_ONES_32, a[0] >= b[0])
HV_SCALAR_ALL_ONES(sse, _mm_cmpngt_ss, __m128, HV_ONES_32, !(a[0] > b[0]))
HV_SCALAR_ALL_ONES(sse, _mm_cmpnge_ss, __m128, HV_ONES_32, !(a[0] >= b[0]))
HV_SCALAR_ALL_ONES(sse, _mm_cmpord_ss, __m128, HV_ONES_32, a[0] == a[0] && b[0] == b[0])
HV_SCALAR_ALL_ONES(sse, _mm_cmpunord_ss, __m128, HV_ONES_32, a[0] != a[0] || b[0] != b[0])
HV_SCALAR_ALL_ONES(sse2, _mm_cmpeq_sd, __m128d, HV_ONES_64, a[0] == b[0])
HV_SCALAR_ALL_ONES(sse2, _mm_cmplt_sd, __m128d, HV_ONES_64, a[0] < b[0])
HV_SCALAR_ALL_ONES(sse2, _mm_cmple_sd, __m128d, HV_ONES_64, a[0] <= b[0])
HV_SCALAR_ALL_ONES(sse2, _mm_cmpneq_sd, __m128d, HV_ONES_64, a[0] != b[0])
HV_SCALAR_ALL_ONES(sse2, _mm_cmpnlt_sd, __m128d, HV_ONES_64, !(a[0] < b[0]))
HV_SCALAR_ALL_ONES(sse2, _mm_cmpnle_sd, __m128d, HV_ONES_64, !(a[0] <= b[0]))
HV_SCALAR_ALL_ONES(sse2, _mm_cmpgt_sd, __m128d, HV_ONES_64, a[0] > b[0])
HV_SCALAR_ALL_ONES(sse2, _mm_cmpge_sd, __m128d, HV_ONES_64, a[0] >= b[0])
HV_SCALAR_ALL_ONES(sse2, _mm_cmpngt_sd, __m128d, HV_ONES_64, !(a[0] > b[0]))
HV_SCALAR_ALL_ONES(sse2, _mm_cmpnge_sd, __m128d, HV_ONES_64, !(a[0] >= b[0]))
HV_SCALAR_ALL_ONES(sse2, _mm_cmpord_sd, __m128d, HV_ONES_64, a[0] == a[0] && b[0] == b[0])
HV_SCALAR_ALL_ONES(sse2, _mm_cmpunord_sd, __m128d, HV_ONES_64, a[0] != a[0] || b[0] != b[0])
HV_ISA(avx) __m128 _mm_cmp_ss(__m128 a, __m128 b, const int imm5)
{ a[0] = hv_compare(a[0], b[0], imm5) ? HV_ONES_32 : 0; return a; }
HV_ISA(avx) __m128d _mm_cmp_sd(__m128d a, __m128d b, const int imm5)
{ a[0] = hv_compare(a[0], b[0], imm5) ? HV_ONES_64 : 0; return a; }
HV_ISA(avx512f) __mmask8 _mm_cmp_ss_mask(__m128 a, __m128 b, const int imm5)
{ return hv_compare(a[0], b[0], imm5) ? 1 : 0; }
HV_ISA(avx512f) __mmask8 _mm_cmp_sd_mask(__m128d a, __m128d b, const int imm5)
{ return hv_compare(a[0], b[0], imm5) ? 1 : 0; }
HV_ISA(avx512f) __mmask8 _mm_mask_cmp_ss_mask(__mmask8 k, __m128 a, __m128 b, const int imm5)
{ return k & 1 && hv_compare(a[0], b[0], imm5) ? 1 : 0; }
HV_ISA(avx512f) __mmask8 _mm_mask_cmp_sd_mask(__mmask8 k, __m128d a, __m128d b, const int imm5)
{ return k & 1 && hv_compare(a[0], b[0], imm5) ? 1 : 0; }
HV_ISA(sse) int _mm_comigt_ss(__m128 a, __m128 b) { return a[0] > b[0]; }
HV_ISA(sse) int _mm_comige_ss(__m128 a, __m128 b) { return a[0] >= b[0]; }
HV_ISA(sse2) int _mm_comigt_sd(__m128d a, __m128d b) { return a[0] > b[0]; }
HV_ISA(sse2) int _mm_comige_sd(__m128d a, __m128d b) { return a[0] >= b[0]; }
HV_ISA(sse) int _mm_ucomigt_ss(__m128 a, __m128 b) { return a[0] > b[0]; }
HV_ISA(sse) int _mm_ucomige_ss(__m128 a, __m128 b) { return a[0] >= b[0]; }
HV_ISA(sse2) int _mm_ucomigt_sd(__m128d a, __m128d b) { return a[0] > b[0]; }
HV_ISA(sse2) int _mm_ucomige_sd(__m128d a, __m128d b) { return a[0] >= b[0]; }
/* No model: gcc 12 takes unordered operands for equal, less and not unequal, so no plain comparison fits. */
int _mm_comieq_ss(__m128 a, __m128 b);
int _mm_comilt_ss(__m128 a, __m128 b);
int _mm_comile_ss(__m128 a, __m128 b);
int _mm_comineq_ss(__m128 a, __m128 b);
int _mm_comieq_sd(__m128d a, __m128d b);
int _mm_comilt_sd(__m128d a, __m128d b);
int _mm_comile_sd(__m128d a, __m128d b);
int _mm_comineq_sd(__m128d a, __m128d b);
int _mm_ucomieq_ss(__m128 a, __m128 b);
int _mm_ucomilt_ss(__m128 a, __m128 b);
int _mm_ucomile_ss(__m128 a, __m128 b);
int _mm_ucomineq_ss(__m128 a, __m128 b);
int _mm_ucomieq_sd(__m128d a, __m128d b);
int _mm_ucomilt_sd(__m128d a, __m128d b);
int _mm_ucomile_sd(__m128d a, __m128d b);
int _mm_ucomineq_sd(__m128d a, __m128d b);

#endif
