/* FMA3: one rounding for a product and a sum. */
#ifndef HV_FMA_H
#define HV_FMA_H

#include "hv_avx2.h"

HV_TERNARY(fma, _mm_fmadd_pd, __m128d, hv_fma(a[i], b[i], c[i]))
HV_TERNARY(fma, _mm_fmsub_pd, __m128d, hv_fma(a[i], b[i], -c[i]))
HV_TERNARY(fma, _mm_fnmadd_pd, __m128d, hv_fma(-a[i], b[i], c[i]))
HV_TERNARY(fma, _mm_fnmsub_pd, __m128d, hv_fma(-a[i], b[i], -c[i]))
HV_TERNARY(fma, _mm_fmaddsub_pd, __m128d, hv_fma(a[i], b[i], i & 1 ? c[i] : -c[i]))
HV_TERNARY(fma, _mm_fmsubadd_pd, __m128d, hv_fma(a[i], b[i], i & 1 ? -c[i] : c[i]))
HV_TERNARY(fma, _mm_fmadd_ps, __m128, hv_fmaf(a[i], b[i], c[i]))
HV_TERNARY(fma, _mm_fmsub_ps, __m128, hv_fmaf(a[i], b[i], -c[i]))
HV_TERNARY(fma, _mm_fnmadd_ps, __m128, hv_fmaf(-a[i], b[i], c[i]))
HV_TERNARY(fma, _mm_fnmsub_ps, __m128, hv_fmaf(-a[i], b[i], -c[i]))
HV_TERNARY(fma, _mm_fmaddsub_ps, __m128, hv_fmaf(a[i], b[i], i & 1 ? c[i] : -c[i]))
HV_TERNARY(fma, _mm_fmsubadd_ps, __m128, hv_fmaf(a[i], b[i], i & 1 ? -c[i] : c[i]))
HV_TERNARY(fma, _mm256_fmadd_pd, __m256d, hv_fma(a[i], b[i], c[i]))
HV_TERNARY(fma, _mm256_fmsub_pd, __m256d, hv_fma(a[i], b[i], -c[i]))
HV_TERNARY(fma, _mm256_fnmadd_pd, __m256d, hv_fma(-a[i], b[i], c[i]))
HV_TERNARY(fma, _mm256_fnmsub_pd, __m256d, hv_fma(-a[i], b[i], -c[i]))
HV_TERNARY(fma, _mm256_fmaddsub_pd, __m256d, hv_fma(a[i], b[i], i & 1 ? c[i] : -c[i]))
HV_TERNARY(fma, _mm256_fmsubadd_pd, __m256d, hv_fma(a[i], b[i], i & 1 ? -c[i] : c[i]))
HV_TERNARY(fma, _mm256_fmadd_ps, __m256, hv_fmaf(a[i], b[i], c[i]))
HV_TERNARY(fma, _mm256_fmsub_ps, __m256, hv_fmaf(a[i], b[i], -c[i]))
HV_TERNARY(fma, _mm256_fnmadd_ps, __m256, hv_fmaf(-a[i], b[i], c[i]))
HV_TERNARY(fma, _mm256_fnmsub_ps, __m256, hv_fmaf(-a[i], b[i], -c[i]))
HV_TERNARY(fma, _mm256_fmaddsub_ps, __m256, hv_fmaf(a[i], b[i], i & 1 ? c[i] : -c[i]))
HV_TERNARY(fma, _mm256_fmsubadd_ps, __m256, hv_fmaf(a[i], b[i], i & 1 ? -c[i] : c[i]))
HV_SCALAR_TERNARY(fma, _mm_fmadd_sd, __m128d, hv_fma(a[0], b[0], c[0]))
HV_SCALAR_TERNARY(fma, _mm_fmsub_sd, __m128d, hv_fma(a[0], b[0], -c[0]))
HV_SCALAR_TERNARY(fma, _mm_fnmadd_sd, __m128d, hv_fma(-a[0], b[0], c[0]))
HV_SCALAR_TERNARY(fma, _mm_fnmsub_sd, __m128d, hv_fma(-a[0], b[0], -c[0]))
HV_SCALAR_TERNARY(fma, _mm_fmadd_ss, __m128, hv_fmaf(a[0], b[0], c[0]))
HV_SCALAR_TERNARY(fma, _mm_fmsub_ss, __m128, hv_fmaf(a[0], b[0], -c[0]))
HV_SCALAR_TERNARY(fma, _mm_fnmadd_ss, __m128, hv_fmaf(-a[0], b[0], c[0]))
HV_SCALAR_TERNARY(fma, _mm_fnmsub_ss, __m128, hv_fmaf(-a[0], b[0], -c[0]))

#endif
