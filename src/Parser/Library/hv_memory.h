/* The shapes of models that touch memory: only enabled lanes are read or written, one element each. */
#ifndef HV_MEMORY_H
#define HV_MEMORY_H

#include "hv_set.h"

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

/* Everything AVX-512 adds for one lane type: masked loads and stores, and the spreading and gathering ones. */
#define HV_LOAD_MASKED(isa, prefix, op, vector, lane, mask, element, alignment) \
    HV_ISA(isa) vector prefix##_mask_##op(vector source, mask k, const void *p) \
    { const element *q = (const element *)p; lane r = (lane)source; HV_DEMAND_ALIGNED(p, alignment); \
      for (int i = 0; i < HV_LANES(r); i++) { if (HV_BIT(k, i)) r[i] = q[i]; } \
      return (vector)r; } \
    HV_ISA(isa) vector prefix##_maskz_##op(mask k, const void *p) \
    { return prefix##_mask_##op((vector){0}, k, p); }
#define HV_STORE_MASKED(isa, name, vector, lane, mask, element, alignment) \
    HV_ISA(isa) void name(void *p, mask k, vector va) \
    { element *q = (element *)p; lane a = (lane)va; HV_DEMAND_ALIGNED(p, alignment); \
      for (int i = 0; i < HV_LANES(a); i++) { if (HV_BIT(k, i)) q[i] = a[i]; } }
#define HV_MASKED_MOVE_FORMS(isa, mask_isa, prefix, suffix, vector, lane, mask, element) \
    HV_LOAD_MASKED(mask_isa, prefix, loadu_##suffix, vector, lane, mask, element, 1) \
    HV_STORE_MASKED(mask_isa, prefix##_mask_storeu_##suffix, vector, lane, mask, element, 1)
#define HV_ALIGNED_MOVE_FORMS(isa, mask_isa, prefix, suffix, vector, lane, mask, element) \
    HV_LOAD_MASKED(mask_isa, prefix, load_##suffix, vector, lane, mask, element, sizeof(vector)) \
    HV_STORE_MASKED(mask_isa, prefix##_mask_store_##suffix, vector, lane, mask, element, sizeof(vector))
#define HV_UNALIGNED_MOVE(isa, mask_isa, prefix, suffix, vector, lane, mask, element) \
    HV_LOAD(mask_isa, prefix##_loadu_##suffix, vector, lane, void, element, 1) \
    HV_STORE(mask_isa, prefix##_storeu_##suffix, vector, lane, void, element, 1)
#define HV_ALIGNED_MOVE(isa, mask_isa, prefix, suffix, vector, lane, mask, element) \
    HV_LOAD(mask_isa, prefix##_load_##suffix, vector, lane, void, element, sizeof(vector)) \
    HV_STORE(mask_isa, prefix##_store_##suffix, vector, lane, void, element, sizeof(vector))
#define HV_COMPRESSED_MOVE_FORMS(isa, mask_isa, prefix, suffix, vector, lane, mask, element) \
    HV_ISA(mask_isa) vector prefix##_mask_expandloadu_##suffix(vector source, mask k, const void *p) \
    { const element *q = (const element *)p; lane r = (lane)source; int next = 0; \
      for (int i = 0; i < HV_LANES(r); i++) { if (HV_BIT(k, i)) r[i] = q[next++]; } \
      return (vector)r; } \
    HV_ISA(mask_isa) vector prefix##_maskz_expandloadu_##suffix(mask k, const void *p) \
    { return prefix##_mask_expandloadu_##suffix((vector){0}, k, p); } \
    HV_ISA(mask_isa) void prefix##_mask_compressstoreu_##suffix(void *p, mask k, vector va) \
    { element *q = (element *)p; lane a = (lane)va; int next = 0; \
      for (int i = 0; i < HV_LANES(a); i++) { if (HV_BIT(k, i)) q[next++] = a[i]; } }

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

HV_LOAD(sse, _mm_load_ps, __m128, hv_f32x4, float, hv_f32, 16)
HV_LOAD(sse, _mm_loadu_ps, __m128, hv_f32x4, float, hv_f32, 1)
HV_STORE(sse, _mm_store_ps, __m128, hv_f32x4, float, hv_f32, 16)
HV_STORE(sse, _mm_storeu_ps, __m128, hv_f32x4, float, hv_f32, 1)
HV_STORE(sse, _mm_stream_ps, __m128, hv_f32x4, float, hv_f32, 16)
HV_LOAD(avx, _mm256_load_ps, __m256, hv_f32x8, float, hv_f32, 32)
HV_LOAD(avx, _mm256_loadu_ps, __m256, hv_f32x8, float, hv_f32, 1)
HV_STORE(avx, _mm256_store_ps, __m256, hv_f32x8, float, hv_f32, 32)
HV_STORE(avx, _mm256_storeu_ps, __m256, hv_f32x8, float, hv_f32, 1)
HV_STORE(avx, _mm256_stream_ps, __m256, hv_f32x8, float, hv_f32, 32)
HV_LOAD(avx512f, _mm512_load_ps, __m512, hv_f32x16, void, hv_f32, 64)
HV_LOAD(avx512f, _mm512_loadu_ps, __m512, hv_f32x16, void, hv_f32, 1)
HV_STORE(avx512f, _mm512_store_ps, __m512, hv_f32x16, void, hv_f32, 64)
HV_STORE(avx512f, _mm512_storeu_ps, __m512, hv_f32x16, void, hv_f32, 1)
HV_STORE(avx512f, _mm512_stream_ps, __m512, hv_f32x16, void, hv_f32, 64)
HV_LOAD(sse2, _mm_load_pd, __m128d, hv_f64x2, double, hv_f64, 16)
HV_LOAD(sse2, _mm_loadu_pd, __m128d, hv_f64x2, double, hv_f64, 1)
HV_STORE(sse2, _mm_store_pd, __m128d, hv_f64x2, double, hv_f64, 16)
HV_STORE(sse2, _mm_storeu_pd, __m128d, hv_f64x2, double, hv_f64, 1)
HV_STORE(sse2, _mm_stream_pd, __m128d, hv_f64x2, double, hv_f64, 16)
HV_LOAD(avx, _mm256_load_pd, __m256d, hv_f64x4, double, hv_f64, 32)
HV_LOAD(avx, _mm256_loadu_pd, __m256d, hv_f64x4, double, hv_f64, 1)
HV_STORE(avx, _mm256_store_pd, __m256d, hv_f64x4, double, hv_f64, 32)
HV_STORE(avx, _mm256_storeu_pd, __m256d, hv_f64x4, double, hv_f64, 1)
HV_STORE(avx, _mm256_stream_pd, __m256d, hv_f64x4, double, hv_f64, 32)
HV_LOAD(avx512f, _mm512_load_pd, __m512d, hv_f64x8, void, hv_f64, 64)
HV_LOAD(avx512f, _mm512_loadu_pd, __m512d, hv_f64x8, void, hv_f64, 1)
HV_STORE(avx512f, _mm512_store_pd, __m512d, hv_f64x8, void, hv_f64, 64)
HV_STORE(avx512f, _mm512_storeu_pd, __m512d, hv_f64x8, void, hv_f64, 1)
HV_STORE(avx512f, _mm512_stream_pd, __m512d, hv_f64x8, void, hv_f64, 64)
HV_LOAD_WHOLE(sse2, _mm_load_si128, __m128i, __m128i, 16)
HV_LOAD_WHOLE(sse2, _mm_loadu_si128, __m128i, __m128i_u, 1)
HV_LOAD_WHOLE(sse3, _mm_lddqu_si128, __m128i, __m128i_u, 1)
HV_STORE_WHOLE(sse2, _mm_store_si128, __m128i, __m128i, 16)
HV_STORE_WHOLE(sse2, _mm_storeu_si128, __m128i, __m128i_u, 1)
HV_STORE_WHOLE(sse2, _mm_stream_si128, __m128i, __m128i, 16)
HV_ISA(sse4_1) __m128i _mm_stream_load_si128(const void *p) { return _mm_load_si128((const __m128i *)p); }
HV_LOAD_WHOLE(avx, _mm256_load_si256, __m256i, __m256i, 32)
HV_LOAD_WHOLE(avx, _mm256_loadu_si256, __m256i, __m256i_u, 1)
HV_LOAD_WHOLE(avx, _mm256_lddqu_si256, __m256i, __m256i_u, 1)
HV_STORE_WHOLE(avx, _mm256_store_si256, __m256i, __m256i, 32)
HV_STORE_WHOLE(avx, _mm256_storeu_si256, __m256i, __m256i_u, 1)
HV_STORE_WHOLE(avx, _mm256_stream_si256, __m256i, __m256i, 32)
HV_ISA(avx2) __m256i _mm256_stream_load_si256(const void *p) { return _mm256_load_si256((const __m256i *)p); }
HV_LOAD_WHOLE(avx512f, _mm512_load_si512, __m512i, void, 64)
HV_LOAD_WHOLE(avx512f, _mm512_loadu_si512, __m512i, void, 1)
HV_STORE_WHOLE(avx512f, _mm512_store_si512, __m512i, void, 64)
HV_STORE_WHOLE(avx512f, _mm512_storeu_si512, __m512i, void, 1)
HV_STORE_WHOLE(avx512f, _mm512_stream_si512, __m512i, void, 64)
HV_ISA(avx512f) __m512i _mm512_stream_load_si512(void *p) { return _mm512_load_si512((const __m512i *)p); }

HV_WIDTHS_8(HV_UNALIGNED_MOVE, avx512bw, avx512bw, epi8, i, hv_i8)
HV_WIDTHS_8(HV_MASKED_MOVE_FORMS, avx512bw, avx512bw, epi8, i, hv_i8)
HV_WIDTHS_16(HV_UNALIGNED_MOVE, avx512bw, avx512bw, epi16, i, hv_i16)
HV_WIDTHS_16(HV_MASKED_MOVE_FORMS, avx512bw, avx512bw, epi16, i, hv_i16)
HV_WIDTHS_32(HV_UNALIGNED_MOVE, avx512vl, avx512vl, avx512f, epi32, i, hv_i32)
HV_WIDTHS_32(HV_ALIGNED_MOVE, avx512vl, avx512vl, avx512f, epi32, i, hv_i32)
HV_WIDTHS_32(HV_MASKED_MOVE_FORMS, avx512vl, avx512vl, avx512f, epi32, i, hv_i32)
HV_WIDTHS_32(HV_ALIGNED_MOVE_FORMS, avx512vl, avx512vl, avx512f, epi32, i, hv_i32)
HV_WIDTHS_32(HV_COMPRESSED_MOVE_FORMS, avx512vl, avx512vl, avx512f, epi32, i, hv_i32)
HV_WIDTHS_64(HV_UNALIGNED_MOVE, avx512vl, avx512vl, avx512f, epi64, i, hv_i64)
HV_WIDTHS_64(HV_ALIGNED_MOVE, avx512vl, avx512vl, avx512f, epi64, i, hv_i64)
HV_WIDTHS_64(HV_MASKED_MOVE_FORMS, avx512vl, avx512vl, avx512f, epi64, i, hv_i64)
HV_WIDTHS_64(HV_ALIGNED_MOVE_FORMS, avx512vl, avx512vl, avx512f, epi64, i, hv_i64)
HV_WIDTHS_64(HV_COMPRESSED_MOVE_FORMS, avx512vl, avx512vl, avx512f, epi64, i, hv_i64)
HV_WIDTHS_PS(HV_MASKED_MOVE_FORMS, avx512vl, avx512vl, avx512f, ps, f, hv_f32)
HV_WIDTHS_PS(HV_ALIGNED_MOVE_FORMS, avx512vl, avx512vl, avx512f, ps, f, hv_f32)
HV_WIDTHS_PS(HV_COMPRESSED_MOVE_FORMS, avx512vl, avx512vl, avx512f, ps, f, hv_f32)
HV_WIDTHS_PD(HV_MASKED_MOVE_FORMS, avx512vl, avx512vl, avx512f, pd, f, hv_f64)
HV_WIDTHS_PD(HV_ALIGNED_MOVE_FORMS, avx512vl, avx512vl, avx512f, pd, f, hv_f64)
HV_WIDTHS_PD(HV_COMPRESSED_MOVE_FORMS, avx512vl, avx512vl, avx512f, pd, f, hv_f64)

HV_LOAD_SIGNED(avx, _mm_maskload_ps, __m128, hv_f32x4, __m128i, hv_i32x4, float, hv_f32)
HV_STORE_SIGNED(avx, _mm_maskstore_ps, __m128, hv_f32x4, __m128i, hv_i32x4, float, hv_f32)
HV_LOAD_SIGNED(avx, _mm_maskload_pd, __m128d, hv_f64x2, __m128i, hv_i64x2, double, hv_f64)
HV_STORE_SIGNED(avx, _mm_maskstore_pd, __m128d, hv_f64x2, __m128i, hv_i64x2, double, hv_f64)
HV_LOAD_SIGNED(avx2, _mm_maskload_epi32, __m128i, hv_i32x4, __m128i, hv_i32x4, int, hv_i32)
HV_STORE_SIGNED(avx2, _mm_maskstore_epi32, __m128i, hv_i32x4, __m128i, hv_i32x4, int, hv_i32)
HV_LOAD_SIGNED(avx2, _mm_maskload_epi64, __m128i, hv_i64x2, __m128i, hv_i64x2, long long, hv_i64)
HV_STORE_SIGNED(avx2, _mm_maskstore_epi64, __m128i, hv_i64x2, __m128i, hv_i64x2, long long, hv_i64)
HV_LOAD_SIGNED(avx, _mm256_maskload_ps, __m256, hv_f32x8, __m256i, hv_i32x8, float, hv_f32)
HV_STORE_SIGNED(avx, _mm256_maskstore_ps, __m256, hv_f32x8, __m256i, hv_i32x8, float, hv_f32)
HV_LOAD_SIGNED(avx, _mm256_maskload_pd, __m256d, hv_f64x4, __m256i, hv_i64x4, double, hv_f64)
HV_STORE_SIGNED(avx, _mm256_maskstore_pd, __m256d, hv_f64x4, __m256i, hv_i64x4, double, hv_f64)
HV_LOAD_SIGNED(avx2, _mm256_maskload_epi32, __m256i, hv_i32x8, __m256i, hv_i32x8, int, hv_i32)
HV_STORE_SIGNED(avx2, _mm256_maskstore_epi32, __m256i, hv_i32x8, __m256i, hv_i32x8, int, hv_i32)
HV_LOAD_SIGNED(avx2, _mm256_maskload_epi64, __m256i, hv_i64x4, __m256i, hv_i64x4, long long, hv_i64)
HV_STORE_SIGNED(avx2, _mm256_maskstore_epi64, __m256i, hv_i64x4, __m256i, hv_i64x4, long long, hv_i64)
HV_STORE_SIGNED(sse2, hv_maskmoveu, __m128i, hv_i8x16, __m128i, hv_i8x16, char, hv_i8)
HV_ISA(sse2) void _mm_maskmoveu_si128(__m128i a, __m128i vm, char *p) { hv_maskmoveu(p, vm, a); }

/* Part of a vector, or one element for all lanes. */
HV_ISA(sse) __m128 _mm_load_ss(const float *p) { return (__m128){*(const hv_f32 *)p, 0, 0, 0}; }
HV_ISA(sse) __m128 _mm_load1_ps(const float *p) { return _mm_set1_ps(*(const hv_f32 *)p); }
HV_ISA(sse) __m128 _mm_load_ps1(const float *p) { return _mm_load1_ps(p); }
HV_ISA(sse) void _mm_store_ss(float *p, __m128 a) { *(hv_f32 *)p = a[0]; }
HV_ISA(sse) void _mm_store1_ps(float *p, __m128 a) { _mm_store_ps(p, _mm_set1_ps(a[0])); }
HV_ISA(sse2) __m128d _mm_load_sd(const double *p) { return (__m128d){*(const hv_f64 *)p, 0}; }
HV_ISA(sse2) __m128d _mm_load1_pd(const double *p) { return _mm_set1_pd(*(const hv_f64 *)p); }
HV_ISA(sse2) __m128d _mm_load_pd1(const double *p) { return _mm_load1_pd(p); }
HV_ISA(sse2) __m128d _mm_loadl_pd(__m128d a, const double *p) { a[0] = *(const hv_f64 *)p; return a; }
HV_ISA(sse2) __m128d _mm_loadh_pd(__m128d a, const double *p) { a[1] = *(const hv_f64 *)p; return a; }
HV_ISA(sse2) void _mm_store_sd(double *p, __m128d a) { *(hv_f64 *)p = a[0]; }
HV_ISA(sse2) void _mm_storel_pd(double *p, __m128d a) { *(hv_f64 *)p = a[0]; }
HV_ISA(sse2) void _mm_storeh_pd(double *p, __m128d a) { *(hv_f64 *)p = a[1]; }
HV_ISA(sse2) void _mm_store1_pd(double *p, __m128d a) { _mm_store_pd(p, _mm_set1_pd(a[0])); }
HV_ISA(sse3) __m128d _mm_loaddup_pd(const double *p) { return _mm_load1_pd(p); }
HV_ISA(sse2) __m128i _mm_loadl_epi64(const __m128i_u *p) { return (__m128i){*(const hv_i64 *)p, 0}; }
HV_ISA(sse2) void _mm_storel_epi64(__m128i_u *p, __m128i a) { *(hv_i64 *)p = a[0]; }
HV_ISA(sse2) void _mm_stream_si32(int *p, int x) { *(hv_i32 *)p = x; }
HV_ISA(sse2) void _mm_stream_si64(long long *p, long long x) { *(hv_i64 *)p = x; }
HV_ISA(avx) __m256d _mm256_broadcast_sd(const double *p) { return _mm256_set1_pd(*(const hv_f64 *)p); }
HV_ISA(avx) __m256 _mm256_broadcast_ss(const float *p) { return _mm256_set1_ps(*(const hv_f32 *)p); }
HV_ISA(avx) __m128 _mm_broadcast_ss(const float *p) { return _mm_set1_ps(*(const hv_f32 *)p); }
HV_ISA(avx) __m256d _mm256_broadcast_pd(const __m128d *p)
{ const hv_f64 *q = (const hv_f64 *)p; __m256d r = {0}; HV_EACH(r, q[i & 1]); return r; }
HV_ISA(avx) __m256 _mm256_broadcast_ps(const __m128 *p)
{ const hv_f32 *q = (const hv_f32 *)p; __m256 r = {0}; HV_EACH(r, q[i & 3]); return r; }
HV_ISA(sse) void _mm_store_ps1(float *p, __m128 a) { _mm_store1_ps(p, a); }
HV_ISA(sse2) void _mm_store_pd1(double *p, __m128d a) { _mm_store1_pd(p, a); }
HV_ISA(sse) __m128 _mm_loadr_ps(const float *p)
{ __m128 a = _mm_load_ps(p), r = {0}; HV_EACH(r, a[3 - i]); return r; }
HV_ISA(sse2) __m128d _mm_loadr_pd(const double *p)
{ __m128d a = _mm_load_pd(p), r = {0}; HV_EACH(r, a[1 - i]); return r; }
HV_ISA(sse) void _mm_storer_ps(float *p, __m128 a)
{ __m128 r = {0}; HV_EACH(r, a[3 - i]); _mm_store_ps(p, r); }
HV_ISA(sse2) void _mm_storer_pd(double *p, __m128d a)
{ __m128d r = {0}; HV_EACH(r, a[1 - i]); _mm_store_pd(p, r); }
HV_ISA(sse) __m128 _mm_loadl_pi(__m128 a, const __m64 *p)
{ const hv_f32 *q = (const hv_f32 *)p; a[0] = q[0]; a[1] = q[1]; return a; }
HV_ISA(sse) __m128 _mm_loadh_pi(__m128 a, const __m64 *p)
{ const hv_f32 *q = (const hv_f32 *)p; a[2] = q[0]; a[3] = q[1]; return a; }
HV_ISA(sse) void _mm_storel_pi(__m64 *p, __m128 a) { hv_f32 *q = (hv_f32 *)p; q[0] = a[0]; q[1] = a[1]; }
HV_ISA(sse) void _mm_storeh_pi(__m64 *p, __m128 a) { hv_f32 *q = (hv_f32 *)p; q[0] = a[2]; q[1] = a[3]; }
HV_ISA(sse2) __m128i _mm_loadu_si64(const void *p) { return (__m128i){*(const hv_i64 *)p, 0}; }
HV_ISA(sse2) __m128i _mm_loadu_si32(const void *p) { return (__m128i)(hv_i32x4){*(const hv_i32 *)p, 0, 0, 0}; }
HV_ISA(sse2) __m128i _mm_loadu_si16(const void *p)
{ hv_i16x8 r = {0}; r[0] = *(const hv_i16 *)p; return (__m128i)r; }
HV_ISA(sse2) void _mm_storeu_si64(void *p, __m128i a) { *(hv_i64 *)p = a[0]; }
HV_ISA(sse2) void _mm_storeu_si32(void *p, __m128i a) { *(hv_i32 *)p = ((hv_i32x4)a)[0]; }
HV_ISA(sse2) void _mm_storeu_si16(void *p, __m128i a) { *(hv_i16 *)p = ((hv_i16x8)a)[0]; }
HV_ISA(avx) __m256 _mm256_loadu2_m128(const float *high, const float *low)
{ return _mm256_set_m128(_mm_loadu_ps(high), _mm_loadu_ps(low)); }
HV_ISA(avx) void _mm256_storeu2_m128(float *high, float *low, __m256 a)
{ _mm_storeu_ps(low, _mm256_extractf128_ps(a, 0)); _mm_storeu_ps(high, _mm256_extractf128_ps(a, 1)); }
HV_ISA(avx) __m256d _mm256_loadu2_m128d(const double *high, const double *low)
{ return _mm256_set_m128d(_mm_loadu_pd(high), _mm_loadu_pd(low)); }
HV_ISA(avx) void _mm256_storeu2_m128d(double *high, double *low, __m256d a)
{ _mm_storeu_pd(low, _mm256_extractf128_pd(a, 0)); _mm_storeu_pd(high, _mm256_extractf128_pd(a, 1)); }
HV_ISA(avx) __m256i _mm256_loadu2_m128i(const __m128i_u *high, const __m128i_u *low)
{ return _mm256_set_m128i(_mm_loadu_si128(high), _mm_loadu_si128(low)); }
HV_ISA(avx) void _mm256_storeu2_m128i(__m128i_u *high, __m128i_u *low, __m256i a)
{ _mm_storeu_si128(low, _mm256_extractf128_si256(a, 0)); _mm_storeu_si128(high, _mm256_extractf128_si256(a, 1)); }
HV_ISA(avx512f) __m128 _mm_mask_load_ss(__m128 source, __mmask8 k, const float *p)
{ return (__m128){k & 1 ? *(const hv_f32 *)p : source[0], 0, 0, 0}; }
HV_ISA(avx512f) __m128 _mm_maskz_load_ss(__mmask8 k, const float *p)
{ return (__m128){k & 1 ? *(const hv_f32 *)p : 0, 0, 0, 0}; }
HV_ISA(avx512f) void _mm_mask_store_ss(float *p, __mmask8 k, __m128 a) { if (k & 1) *(hv_f32 *)p = a[0]; }
HV_ISA(avx512f) __m128d _mm_mask_load_sd(__m128d source, __mmask8 k, const double *p)
{ return (__m128d){k & 1 ? *(const hv_f64 *)p : source[0], 0}; }
HV_ISA(avx512f) __m128d _mm_maskz_load_sd(__mmask8 k, const double *p)
{ return (__m128d){k & 1 ? *(const hv_f64 *)p : 0, 0}; }
HV_ISA(avx512f) void _mm_mask_store_sd(double *p, __mmask8 k, __m128d a) { if (k & 1) *(hv_f64 *)p = a[0]; }

enum _mm_hint {
    _MM_HINT_NTA = 0, _MM_HINT_T2 = 1, _MM_HINT_T1 = 2, _MM_HINT_T0 = 3, _MM_HINT_ET1 = 6, _MM_HINT_ET0 = 7
};
HV_ISA(sse) void _mm_prefetch(const void *address, int hint) { (void)hint; hv_prefetch(address); }
/* Fences order memory that other threads see; within a race-free phase they change nothing. */
HV_ISA(sse) void _mm_sfence(void) { }
HV_ISA(sse2) void _mm_lfence(void) { }
HV_ISA(sse2) void _mm_mfence(void) { }
HV_ISA(sse2) void _mm_pause(void) { }
/* Caches are not observable in C, and neither are upper halves: the compiler saves what it still needs. */
HV_ISA(sse2) void _mm_clflush(const void *address) { (void)address; }
HV_ISA(avx) void _mm256_zeroupper(void) { }
HV_ISA(avx) void _mm256_zeroall(void) { }

/* No model: these change how later arithmetic rounds and flushes. */
unsigned int _mm_getcsr(void);
void _mm_setcsr(unsigned int value);
void _MM_SET_FLUSH_ZERO_MODE(unsigned int mode);
void _MM_SET_DENORMALS_ZERO_MODE(unsigned int mode);
void _MM_SET_ROUNDING_MODE(unsigned int mode);
void _MM_SET_EXCEPTION_MASK(unsigned int mask);
void _MM_SET_EXCEPTION_STATE(unsigned int state);
unsigned int _MM_GET_FLUSH_ZERO_MODE(void);
unsigned int _MM_GET_DENORMALS_ZERO_MODE(void);
unsigned int _MM_GET_ROUNDING_MODE(void);
unsigned int _MM_GET_EXCEPTION_MASK(void);
unsigned int _MM_GET_EXCEPTION_STATE(void);

#define _MM_FLUSH_ZERO_MASK 0x8000
#define _MM_FLUSH_ZERO_ON 0x8000
#define _MM_FLUSH_ZERO_OFF 0x0000
#define _MM_DENORMALS_ZERO_MASK 0x0040
#define _MM_DENORMALS_ZERO_ON 0x0040
#define _MM_DENORMALS_ZERO_OFF 0x0000
#define _MM_ROUND_MASK 0x6000
#define _MM_ROUND_NEAREST 0x0000
#define _MM_ROUND_DOWN 0x2000
#define _MM_ROUND_UP 0x4000
#define _MM_ROUND_TOWARD_ZERO 0x6000

#define _MM_SHUFFLE(z, y, x, w) ((z) << 6 | (y) << 4 | (x) << 2 | (w))
#define _MM_SHUFFLE2(y, x) ((y) << 1 | (x))
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
