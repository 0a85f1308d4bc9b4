/* The shapes of lane-wise models: one line of such a macro defines one intrinsic, or one with its masked forms.
   In an expression a, b and c are the operands, i is the lane and, where there is one, imm1 .. imm8 the immediate. */
#ifndef HV_LANES_H
#define HV_LANES_H

#include "hv_primitives.h"
#include "hv_vectors.h"

/* The CPU feature a model needs, by its name in /proc/cpuinfo; only the front end asks for it. */
#ifdef HV_MODEL
#define HV_ISA(isa) __attribute__((__annotate__("isa:" #isa))) static inline
#else
#define HV_ISA(isa) static inline
#endif

#define HV_LANES(vector) ((int)(sizeof(vector) / sizeof((vector)[0])))
#define HV_BIT(mask, i) ((int)((mask) >> (i)) & 1)
#define HV_EACH(r, expression) for (int i = 0; i < HV_LANES(r); i++) r[i] = (expression)

/* r[i] from the lanes of vectors seen as 'lane'. */
#define HV_UNARY_AS(isa, name, vector, lane, expression) \
    HV_ISA(isa) vector name(vector va) \
    { lane a = (lane)va, r = {0}; HV_EACH(r, expression); return (vector)r; }
#define HV_BINARY_AS(isa, name, vector, lane, expression) \
    HV_ISA(isa) vector name(vector va, vector vb) \
    { lane a = (lane)va, b = (lane)vb, r = {0}; HV_EACH(r, expression); return (vector)r; }
#define HV_TERNARY_AS(isa, name, vector, lane, expression) \
    HV_ISA(isa) vector name(vector va, vector vb, vector vc) \
    { lane a = (lane)va, b = (lane)vb, c = (lane)vc, r = {0}; HV_EACH(r, expression); return (vector)r; }
#define HV_UNARY(isa, name, vector, expression) HV_UNARY_AS(isa, name, vector, vector, expression)
#define HV_BINARY(isa, name, vector, expression) HV_BINARY_AS(isa, name, vector, vector, expression)
#define HV_TERNARY(isa, name, vector, expression) HV_TERNARY_AS(isa, name, vector, vector, expression)

/* prefix_mask_op and prefix_maskz_op: a disabled lane keeps that of 'source', or is zero. */
#define HV_UNARY_MASKED(isa, prefix, op, vector, lane, mask, expression) \
    HV_ISA(isa) vector prefix##_mask_##op(vector source, mask k, vector va) \
    { lane a = (lane)va, r = (lane)source; HV_EACH(r, HV_BIT(k, i) ? (expression) : r[i]); return (vector)r; } \
    HV_ISA(isa) vector prefix##_maskz_##op(mask k, vector va) \
    { lane a = (lane)va, r = {0}; HV_EACH(r, HV_BIT(k, i) ? (expression) : 0); return (vector)r; }
#define HV_BINARY_MASKED(isa, prefix, op, vector, lane, mask, expression) \
    HV_ISA(isa) vector prefix##_mask_##op(vector source, mask k, vector va, vector vb) \
    { lane a = (lane)va, b = (lane)vb, r = (lane)source; \
      HV_EACH(r, HV_BIT(k, i) ? (expression) : r[i]); return (vector)r; } \
    HV_ISA(isa) vector prefix##_maskz_##op(mask k, vector va, vector vb) \
    { lane a = (lane)va, b = (lane)vb, r = {0}; \
      HV_EACH(r, HV_BIT(k, i) ? (expression) : 0); return (vector)r; }

/* A disabled lane of a fused operation keeps that of a (mask), of c (mask3), or is zero (maskz). */
#define HV_FUSED_MASKED(isa, prefix, op, vector, mask, expression) \
    HV_ISA(isa) vector prefix##_mask_##op(vector a, mask k, vector b, vector c) \
    { vector r = a; HV_EACH(r, HV_BIT(k, i) ? (expression) : a[i]); return r; } \
    HV_ISA(isa) vector prefix##_mask3_##op(vector a, vector b, vector c, mask k) \
    { vector r = c; HV_EACH(r, HV_BIT(k, i) ? (expression) : c[i]); return r; } \
    HV_ISA(isa) vector prefix##_maskz_##op(mask k, vector a, vector b, vector c) \
    { vector r = {0}; HV_EACH(r, HV_BIT(k, i) ? (expression) : 0); return r; }

/* Only lane 0 is computed; the others are those of the first operand. */
#define HV_SCALAR_UNARY(isa, name, vector, expression) \
    HV_ISA(isa) vector name(vector a) { vector r = a; r[0] = (expression); return r; }
#define HV_SCALAR_BINARY(isa, name, vector, expression) \
    HV_ISA(isa) vector name(vector a, vector b) { vector r = a; r[0] = (expression); return r; }
#define HV_SCALAR_TERNARY(isa, name, vector, expression) \
    HV_ISA(isa) vector name(vector a, vector b, vector c) { vector r = a; r[0] = (expression); return r; }

/* Results of another type, seen as 'to' from an operand seen as 'from'. */
#define HV_CONVERT(isa, name, result, to, operand, from, expression) \
    HV_ISA(isa) result name(operand va) \
    { from a = (from)va; to r = {0}; HV_EACH(r, expression); return (result)r; }
#define HV_CONVERT_MASKED(isa, prefix, op, result, to, operand, from, mask, expression) \
    HV_ISA(isa) result prefix##_mask_##op(result source, mask k, operand va) \
    { from a = (from)va; to r = (to)source; HV_EACH(r, HV_BIT(k, i) ? (expression) : r[i]); return (result)r; } \
    HV_ISA(isa) result prefix##_maskz_##op(mask k, operand va) \
    { from a = (from)va; to r = {0}; HV_EACH(r, HV_BIT(k, i) ? (expression) : 0); return (result)r; }
#define HV_CAST(isa, name, result, operand) \
    HV_ISA(isa) result name(operand a) { return (result)a; }
#define HV_NULLARY(isa, name, vector, expression) \
    HV_ISA(isa) vector name(void) { vector r = {0}; HV_EACH(r, expression); return r; }
#define HV_SPREAD(isa, name, result, lane, type) \
    HV_ISA(isa) result name(type x) { lane r = {0}; HV_EACH(r, x); return (result)r; }
#define HV_INDEXED(isa, name, vector, lane, index_vector, index_lane, expression) \
    HV_ISA(isa) vector name(vector va, index_vector vb) \
    { lane a = (lane)va, r = {0}; index_lane b = (index_lane)vb; HV_EACH(r, expression); return (vector)r; }

/* A lane of the same pair, of the same four, and of the lower (0) or upper (2) half of the same four. */
#define HV_OF_PAIR(x, immediate) (x[(i & ~1) + HV_BIT(immediate, i)])
#define HV_OF_FOUR(x, immediate) (x[(i & ~3) + (((immediate) >> 2 * (i & 3)) & 3)])
#define HV_OF_HALF(x, offset) (x[(i & ~3) + (offset) + (i & 3) / 2])

/* 'immediate' is imm1 .. imm5 or imm8: its name says how many bits the instruction has for it. */
#define HV_UNARY_IMMEDIATE(isa, name, vector, lane, immediate, expression) \
    HV_ISA(isa) vector name(vector va, int immediate) \
    { lane a = (lane)va, r = {0}; HV_EACH(r, expression); return (vector)r; }
#define HV_BINARY_IMMEDIATE(isa, name, vector, lane, immediate, expression) \
    HV_ISA(isa) vector name(vector va, vector vb, int immediate) \
    { lane a = (lane)va, b = (lane)vb, r = {0}; HV_EACH(r, expression); return (vector)r; }
#define HV_EXTRACT(isa, name, part, operand, immediate) \
    HV_ISA(isa) part name(operand a, int immediate) \
    { part r = {0}; HV_EACH(r, a[immediate * HV_LANES(r) + i]); return r; }
#define HV_INSERT(isa, name, vector, part, immediate) \
    HV_ISA(isa) vector name(vector a, part b, int immediate) \
    { vector r = a; for (int i = 0; i < HV_LANES(b); i++) r[immediate * HV_LANES(b) + i] = b[i]; return r; }

/* One mask bit per lane in which the expression holds. */
#define HV_TEST(isa, name, mask, vector, lane, expression) \
    HV_ISA(isa) mask name(vector va, vector vb) \
    { lane a = (lane)va, b = (lane)vb; unsigned long long bits = 0; \
      for (int i = 0; i < HV_LANES(a); i++) bits |= (expression) ? 1ULL << i : 0; \
      return (mask)bits; }
#define HV_TEST_MASKED(isa, name, mask, vector, lane, expression) \
    HV_ISA(isa) mask name(mask k, vector va, vector vb) \
    { lane a = (lane)va, b = (lane)vb; unsigned long long bits = 0; \
      for (int i = 0; i < HV_LANES(a); i++) bits |= HV_BIT(k, i) && (expression) ? 1ULL << i : 0; \
      return (mask)bits; }

#endif
