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
#define HV_CAST(isa, name, result, operand) \
    HV_ISA(isa) result name(operand a) { return (result)a; }
#define HV_NULLARY(isa, name, vector, expression) \
    HV_ISA(isa) vector name(void) { vector r = {0}; HV_EACH(r, expression); return r; }
#define HV_SPREAD(isa, name, result, lane, type) \
    HV_ISA(isa) result name(type x) { lane r = {0}; HV_EACH(r, x); return (result)r; }
#define HV_INDEXED(isa, name, vector, lane, index_vector, index_lane, expression) \
    HV_ISA(isa) vector name(vector va, index_vector vb) \
    { lane a = (lane)va, r = {0}; index_lane b = (index_lane)vb; HV_EACH(r, expression); return (vector)r; }

/* The lane whose number within its pair or its four the immediate says, and a lane of the lower (0) or upper half of
   the same 128-bit group of 'n' lanes, each taken twice: what shuffles and unpacks are made of. */
#define HV_OF_PAIR(x, immediate) (x[(i & ~1) + HV_BIT(immediate, i)])
#define HV_OF_FOUR(x, immediate) (x[(i & ~3) + (((immediate) >> 2 * (i & 3)) & 3)])
#define HV_OF_HALF(x, n, upper) (x[(i & -(n)) + (upper) * (n) / 2 + (i & ((n) - 1)) / 2])

/* 'immediate' is imm1 .. imm8: its name says how many bits the instruction has for it. */
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

/* prefix_mask_op and prefix_maskz_op of an operation that has a plain form: a disabled lane keeps that of 'source', or
   is zero. The digit counts the operands before the immediate, where there is one. */
#define HV_MASKED_1(isa, prefix, op, result, lane, mask, first) \
    HV_ISA(isa) result prefix##_mask_##op(result source, mask k, first a) \
    { return (result)lane##_select(k, (lane)prefix##_##op(a), (lane)source); } \
    HV_ISA(isa) result prefix##_maskz_##op(mask k, first a) \
    { return (result)lane##_select(k, (lane)prefix##_##op(a), (lane){0}); }
#define HV_MASKED_2(isa, prefix, op, result, lane, mask, first, second) \
    HV_ISA(isa) result prefix##_mask_##op(result source, mask k, first a, second b) \
    { return (result)lane##_select(k, (lane)prefix##_##op(a, b), (lane)source); } \
    HV_ISA(isa) result prefix##_maskz_##op(mask k, first a, second b) \
    { return (result)lane##_select(k, (lane)prefix##_##op(a, b), (lane){0}); }
#define HV_MASKED_1_IMMEDIATE(isa, prefix, op, result, lane, mask, first, immediate) \
    HV_ISA(isa) result prefix##_mask_##op(result source, mask k, first a, int immediate) \
    { return (result)lane##_select(k, (lane)prefix##_##op(a, immediate), (lane)source); } \
    HV_ISA(isa) result prefix##_maskz_##op(mask k, first a, int immediate) \
    { return (result)lane##_select(k, (lane)prefix##_##op(a, immediate), (lane){0}); }
#define HV_MASKED_2_IMMEDIATE(isa, prefix, op, result, lane, mask, first, second, immediate) \
    HV_ISA(isa) result prefix##_mask_##op(result source, mask k, first a, second b, int immediate) \
    { return (result)lane##_select(k, (lane)prefix##_##op(a, b, immediate), (lane)source); } \
    HV_ISA(isa) result prefix##_maskz_##op(mask k, first a, second b, int immediate) \
    { return (result)lane##_select(k, (lane)prefix##_##op(a, b, immediate), (lane){0}); }
/* The operation's own third operand: a disabled lane keeps that of a (mask), or is zero. */
#define HV_MASKED_3(isa, prefix, op, vector, lane, mask) \
    HV_ISA(isa) vector prefix##_mask_##op(vector a, mask k, vector b, vector c) \
    { return (vector)lane##_select(k, (lane)prefix##_##op(a, b, c), (lane)a); } \
    HV_ISA(isa) vector prefix##_maskz_##op(mask k, vector a, vector b, vector c) \
    { return (vector)lane##_select(k, (lane)prefix##_##op(a, b, c), (lane){0}); }

#endif
