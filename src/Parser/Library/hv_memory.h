/* The shapes of models that touch memory: only enabled lanes are read or written, one element each. */
#ifndef HV_MEMORY_H
#define HV_MEMORY_H

#include "hv_lanes.h"

#define HV_DEMAND_ALIGNED(pointer, bytes) hv_assert(hv_aligned((pointer), (bytes)))

/* 'pointee' is the type in the prototype, 'element' that of each access; alignment 1 demands nothing. */
#define HV_LOAD(isa, name, vector, lane, pointee, element, alignment) \
    HV_ISA(isa) vector name(const pointee *p) \
    { const element *q = (const element *)p; lane r = {0}; HV_DEMAND_ALIGNED(p, alignment); \
      HV_EACH(r, q[i]); return (vector)r; }
#define HV_STORE(isa, name, vector, lane, pointee, element, alignment) \
    HV_ISA(isa) void name(pointee *p, vector va) \
    { element *q = (element *)p; lane a = (lane)va; HV_DEMAND_ALIGNED(p, alignment); \
      for (int i = 0; i < HV_LANES(a); i++) q[i] = a[i]; }

#define HV_LOAD_MASKED(isa, prefix, op, vector, lane, mask, element, alignment) \
    HV_ISA(isa) vector prefix##_mask_##op(vector source, mask k, const void *p) \
    { const element *q = (const element *)p; lane r = (lane)source; HV_DEMAND_ALIGNED(p, alignment); \
      for (int i = 0; i < HV_LANES(r); i++) { if (HV_BIT(k, i)) r[i] = q[i]; } \
      return (vector)r; } \
    HV_ISA(isa) vector prefix##_maskz_##op(mask k, const void *p) \
    { const element *q = (const element *)p; lane r = {0}; HV_DEMAND_ALIGNED(p, alignment); \
      for (int i = 0; i < HV_LANES(r); i++) { if (HV_BIT(k, i)) r[i] = q[i]; } \
      return (vector)r; }
#define HV_STORE_MASKED(isa, name, vector, lane, mask, element, alignment) \
    HV_ISA(isa) void name(void *p, mask k, vector va) \
    { element *q = (element *)p; lane a = (lane)va; HV_DEMAND_ALIGNED(p, alignment); \
      for (int i = 0; i < HV_LANES(a); i++) { if (HV_BIT(k, i)) q[i] = a[i]; } }

/* AVX masks: a lane is enabled when its sign bit is set. */
#define HV_LOAD_SIGNED(isa, name, vector, lane, mask, mask_lane, pointee, element) \
    HV_ISA(isa) vector name(const pointee *p, mask vm) \
    { const element *q = (const element *)p; mask_lane m = (mask_lane)vm; lane r = {0}; \
      for (int i = 0; i < HV_LANES(r); i++) { if (m[i] < 0) r[i] = q[i]; } \
      return (vector)r; }
#define HV_STORE_SIGNED(isa, name, vector, lane, mask, mask_lane, pointee, element) \
    HV_ISA(isa) void name(pointee *p, mask vm, vector va) \
    { element *q = (element *)p; mask_lane m = (mask_lane)vm; lane a = (lane)va; \
      for (int i = 0; i < HV_LANES(a); i++) { if (m[i] < 0) q[i] = a[i]; } }

/* A whole vector moved as one access, for loads that do not say what the lanes are. */
#define HV_LOAD_WHOLE(isa, name, vector, pointee, alignment) \
    HV_ISA(isa) vector name(const pointee *p) \
    { HV_DEMAND_ALIGNED(p, alignment); return *(const vector##_u *)p; }
#define HV_STORE_WHOLE(isa, name, vector, pointee, alignment) \
    HV_ISA(isa) void name(pointee *p, vector a) \
    { HV_DEMAND_ALIGNED(p, alignment); *(vector##_u *)p = a; }

/* Element at base + scale * index bytes; the lanes are visited from 0 upwards, so the last of equal indices wins. */
#define HV_AT(element, base, index, scale) ((element *)((char *)(base) + (long long)(index) * (scale)))
#define HV_CONST_AT(element, base, index, scale) \
    ((const element *)((const char *)(base) + (long long)(index) * (scale)))
#define HV_MINIMUM_LANES(x, y) (HV_LANES(x) < HV_LANES(y) ? HV_LANES(x) : HV_LANES(y))

#define HV_GATHER(isa, name, vector, lane, index_vector, index_lane, pointee, element) \
    HV_ISA(isa) vector name(const pointee *base, index_vector index, const int scale) \
    { index_lane x = (index_lane)index; lane r = {0}; \
      for (int i = 0; i < HV_MINIMUM_LANES(r, x); i++) r[i] = *HV_CONST_AT(element, base, x[i], scale); \
      return (vector)r; }
#define HV_GATHER_512(isa, prefix, op, vector, lane, index_vector, index_lane, mask, element) \
    HV_ISA(isa) vector prefix##_##op(index_vector index, const void *base, int scale) \
    { index_lane x = (index_lane)index; lane r = {0}; \
      for (int i = 0; i < HV_LANES(r); i++) r[i] = *HV_CONST_AT(element, base, x[i], scale); \
      return (vector)r; } \
    HV_ISA(isa) vector prefix##_mask_##op(vector source, mask k, index_vector index, const void *base, int scale) \
    { index_lane x = (index_lane)index; lane r = (lane)source; \
      for (int i = 0; i < HV_LANES(r); i++) { if (HV_BIT(k, i)) r[i] = *HV_CONST_AT(element, base, x[i], scale); } \
      return (vector)r; }
#define HV_SCATTER(isa, prefix, op, vector, lane, index_vector, index_lane, mask, element) \
    HV_ISA(isa) void prefix##_##op(void *base, index_vector index, vector va, int scale) \
    { index_lane x = (index_lane)index; lane a = (lane)va; \
      for (int i = 0; i < HV_LANES(a); i++) *HV_AT(element, base, x[i], scale) = a[i]; } \
    HV_ISA(isa) void prefix##_mask_##op(void *base, mask k, index_vector index, vector va, int scale) \
    { index_lane x = (index_lane)index; lane a = (lane)va; \
      for (int i = 0; i < HV_LANES(a); i++) { if (HV_BIT(k, i)) *HV_AT(element, base, x[i], scale) = a[i]; } }

#endif
