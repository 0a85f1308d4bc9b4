using System.Collections.Immutable;

namespace HpcVerify.Alarms.Grammar;

/// <summary>The vector types of the grammar with their operations.</summary>
public static class VectorKinds
{
    public static ImmutableArray<VectorKind> All { get; } =
    [
        new("__m256d", 4, "double", ["x", "y"], "_mm256_loadu_pd(AT)", "_mm256_storeu_pd(AT, VALUE)", "_mm256_set1_pd",
        [
            "_mm256_add_pd(A, B)", "_mm256_sub_pd(A, B)", "_mm256_mul_pd(A, B)", "_mm256_div_pd(A, B)", "_mm256_min_pd(A, B)", "_mm256_max_pd(A, B)",
            "_mm256_sqrt_pd(_mm256_andnot_pd(_mm256_set1_pd(-0.0), A))", "_mm256_fmadd_pd(A, B, C)", "_mm256_fmsub_pd(A, B, C)", "_mm256_fnmadd_pd(A, B, C)",
            "_mm256_blend_pd(A, B, 5)", "_mm256_blendv_pd(A, B, _mm256_cmp_pd(B, C, _CMP_LT_OQ))", "_mm256_shuffle_pd(A, B, 6)", "_mm256_permute2f128_pd(A, B, 0x21)",
            "_mm256_permute4x64_pd(A, 0x1B)", "_mm256_unpacklo_pd(A, B)", "_mm256_unpackhi_pd(A, B)", "_mm256_movedup_pd(A)", "_mm256_hadd_pd(A, B)", "_mm256_addsub_pd(A, B)",
            "_mm256_floor_pd(A)", "_mm256_ceil_pd(A)", "_mm256_round_pd(A, _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC)", "_mm256_cvtps_pd(_mm256_cvtpd_ps(A))",
            "_mm256_xor_pd(A, _mm256_set1_pd(-0.0))", "_mm256_and_pd(A, _mm256_cmp_pd(B, C, _CMP_GE_OQ))", "_mm256_insertf128_pd(A, _mm256_castpd256_pd128(B), 1)",
        ]),
        new("__m256", 8, "float", ["f", "g"], "_mm256_loadu_ps(AT)", "_mm256_storeu_ps(AT, VALUE)", "_mm256_set1_ps",
        [
            "_mm256_add_ps(A, B)", "_mm256_sub_ps(A, B)", "_mm256_mul_ps(A, B)", "_mm256_div_ps(A, B)", "_mm256_min_ps(A, B)", "_mm256_max_ps(A, B)",
            "_mm256_fmadd_ps(A, B, C)", "_mm256_fmaddsub_ps(A, B, C)", "_mm256_blend_ps(A, B, 0xA5)", "_mm256_shuffle_ps(A, B, 0x4E)", "_mm256_permute_ps(A, 0xB1)",
            "_mm256_blendv_ps(A, B, _mm256_cmp_ps(B, C, _CMP_NEQ_UQ))", "_mm256_unpacklo_ps(A, B)", "_mm256_moveldup_ps(A)", "_mm256_hadd_ps(A, B)", "_mm256_hsub_ps(A, B)",
            "_mm256_permutevar8x32_ps(A, _mm256_setr_epi32(7, 0, 6, 1, 5, 2, 4, 3))", "_mm256_cvtepi32_ps(_mm256_set1_epi32(77))", "_mm256_floor_ps(A)",
        ]),
        new("__m256i", 8, "int", ["p", "q", "u"], "_mm256_loadu_si256((const __m256i *)(AT))", "_mm256_storeu_si256((__m256i *)(AT), VALUE)", "_mm256_set1_epi32",
        [
            "_mm256_add_epi32(A, B)", "_mm256_sub_epi32(A, B)", "_mm256_mullo_epi32(A, B)", "_mm256_and_si256(A, B)", "_mm256_or_si256(A, B)", "_mm256_xor_si256(A, B)",
            "_mm256_slli_epi32(A, 5)", "_mm256_srai_epi32(A, 3)", "_mm256_srli_epi32(A, 40)", "_mm256_sllv_epi32(A, B)", "_mm256_srlv_epi32(A, _mm256_srli_epi32(B, 27))", "_mm256_srav_epi32(A, B)",
            "_mm256_min_epi32(A, B)", "_mm256_max_epu32(A, B)", "_mm256_abs_epi32(A)", "_mm256_cmpgt_epi32(A, B)", "_mm256_cmpeq_epi32(A, B)", "_mm256_shuffle_epi32(A, 0x39)",
            "_mm256_blend_epi32(A, B, 0x3C)", "_mm256_permutevar8x32_epi32(A, B)", "_mm256_unpacklo_epi16(A, B)", "_mm256_madd_epi16(A, B)", "_mm256_packs_epi32(A, B)", "_mm256_packus_epi16(A, B)",
            "_mm256_mulhi_epi16(A, B)", "_mm256_adds_epi16(A, B)", "_mm256_subs_epu8(A, B)", "_mm256_sad_epu8(A, B)", "_mm256_shuffle_epi8(A, B)", "_mm256_alignr_epi8(A, B, 5)",
            "_mm256_mul_epu32(A, B)", "_mm256_mul_epi32(A, B)", "_mm256_cvtepi8_epi32(_mm256_castsi256_si128(A))", "_mm256_cvtepu16_epi32(_mm256_castsi256_si128(B))", "_mm256_sign_epi32(A, B)",
            "_mm256_avg_epu8(A, B)", "_mm256_maddubs_epi16(A, B)", "_mm256_hadd_epi32(A, B)", "_mm256_blendv_epi8(A, B, C)", "_mm256_permute2x128_si256(A, B, 0x31)", "_mm256_add_epi64(A, B)",
            "_mm256_set1_epi32(_mm256_movemask_epi8(A))", "_mm256_cvttps_epi32(_mm256_cvtepi32_ps(_mm256_srai_epi32(A, 4)))", "_mm256_slli_si256(A, 3)", "_mm256_srl_epi32(A, _mm_cvtsi32_si128(7))",
        ]),
        new("__m128d", 2, "double", ["x", "y"], "_mm_loadu_pd(AT)", "_mm_storeu_pd(AT, VALUE)", "_mm_set1_pd",
        [
            "_mm_add_pd(A, B)", "_mm_mul_sd(A, B)", "_mm_sub_sd(A, B)", "_mm_div_pd(A, B)", "_mm_min_sd(A, B)", "_mm_max_pd(A, B)", "_mm_shuffle_pd(A, B, 1)", "_mm_unpackhi_pd(A, B)",
            "_mm_hadd_pd(A, B)", "_mm_cmplt_pd(A, B)", "_mm_and_pd(A, _mm_cmpneq_pd(B, C))", "_mm_cvtepi32_pd(_mm_set_epi32(1, -2, 3, -4))", "_mm_move_sd(A, B)", "_mm_dp_pd(A, B, 0x31)",
        ]),
        new("__m128", 4, "float", ["f", "g"], "_mm_loadu_ps(AT)", "_mm_storeu_ps(AT, VALUE)", "_mm_set1_ps",
        [
            "_mm_add_ps(A, B)", "_mm_mul_ss(A, B)", "_mm_sub_ps(A, B)", "_mm_min_ps(A, B)", "_mm_shuffle_ps(A, B, 0x1B)", "_mm_movehl_ps(A, B)", "_mm_movelh_ps(A, B)", "_mm_unpacklo_ps(A, B)",
            "_mm_move_ss(A, B)", "_mm_insert_ps(A, B, 0x1A)", "_mm_blendv_ps(A, B, _mm_cmpgt_ps(A, C))", "_mm_fmadd_ss(A, B, C)", "_mm_sqrt_ss(_mm_mul_ps(A, A))", "_mm_dp_ps(A, B, 0x71)",
        ]),
        new("__m512d", 8, "double", ["x", "y"], "_mm512_loadu_pd(AT)", "_mm512_storeu_pd(AT, VALUE)", "_mm512_set1_pd",
        [
            "_mm512_add_pd(A, B)", "_mm512_mul_pd(A, B)", "_mm512_fmadd_pd(A, B, C)", "_mm512_fnmsub_pd(A, B, C)", "_mm512_max_pd(A, B)", "_mm512_mask_sub_pd(A, 0x5A, B, C)", "_mm512_maskz_add_pd(0xF1, A, B)",
            "_mm512_mask_blend_pd(_mm512_cmp_pd_mask(A, B, _CMP_LE_OQ), B, C)", "_mm512_permutexvar_pd(_mm512_setr_epi64(7, 1, 3, 2, 0, 6, 5, 4), A)", "_mm512_shuffle_f64x2(A, B, 0x4E)", "_mm512_unpackhi_pd(A, B)",
            "_mm512_set1_pd(_mm512_reduce_add_pd(A))", "_mm512_set1_pd(_mm512_reduce_max_pd(_mm512_set1_pd(2)))", "_mm512_permutex_pd(A, 0x93)", "_mm512_abs_pd(A)", "_mm512_mask_mov_pd(A, 0x0F, B)",
            "_mm512_insertf64x4(A, _mm512_castpd512_pd256(B), 1)", "_mm512_permutex2var_pd(A, _mm512_setr_epi64(8, 1, 10, 3, 12, 5, 14, 7), B)", "_mm512_maskz_compress_pd(0x95, A)", "_mm512_mask_expand_pd(A, 0x36, B)",
        ]),
        new("__m512", 16, "float", ["f", "g"], "_mm512_loadu_ps(AT)", "_mm512_storeu_ps(AT, VALUE)", "_mm512_set1_ps",
        [
            "_mm512_add_ps(A, B)", "_mm512_mul_ps(A, B)", "_mm512_fmadd_ps(A, B, C)", "_mm512_mask_sub_ps(A, 0xC35A, B, C)", "_mm512_min_ps(A, B)", "_mm512_div_ps(A, B)", "_mm512_shuffle_ps(A, B, 0x4E)",
            "_mm512_mask_blend_ps(_mm512_cmp_ps_mask(A, B, _CMP_GT_OQ), B, C)", "_mm512_set1_ps(_mm512_reduce_add_ps(_mm512_set1_ps(3)))", "_mm512_unpacklo_ps(A, B)", "_mm512_roundscale_ps(A, 0)",
        ]),
        new("__m512i", 16, "int", ["p", "q", "u"], "_mm512_loadu_si512(AT)", "_mm512_storeu_si512(AT, VALUE)", "_mm512_set1_epi32",
        [
            "_mm512_add_epi32(A, B)", "_mm512_sub_epi32(A, B)", "_mm512_mullo_epi32(A, B)", "_mm512_xor_si512(A, B)", "_mm512_and_epi32(A, B)", "_mm512_sllv_epi32(A, B)", "_mm512_srai_epi32(A, 7)",
            "_mm512_mask_add_epi32(A, _mm512_cmplt_epi32_mask(A, B), B, C)", "_mm512_maskz_sub_epi32(0x8421, A, B)", "_mm512_max_epu32(A, B)", "_mm512_abs_epi32(A)", "_mm512_rol_epi32(A, 9)", "_mm512_rorv_epi32(A, B)",
            "_mm512_set1_epi32(_mm512_reduce_add_epi32(A))", "_mm512_ternarylogic_epi32(A, B, C, 0x96)", "_mm512_unpackhi_epi32(A, B)", "_mm512_permutexvar_epi32(A, B)", "_mm512_madd_epi16(A, B)",
            "_mm512_cvtepi16_epi32(_mm512_castsi512_si256(A))", "_mm512_mask_mullo_epi32(A, 0x00FF, B, C)", "_mm512_shuffle_epi32(A, 0x1B)", "_mm512_mask_blend_epi32(_mm512_test_epi32_mask(A, B), B, C)",
        ]),
    ];
}
