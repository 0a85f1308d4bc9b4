// #pragma omp parallel for collapse(2) simd
// __m512d c0, c1; c0 = _mm512_fmadd_pd(a, b, c0); _mm_prefetch(B, _MM_HINT_T0); double *restrict packed;
static const char note[] = "_mm512_stream_pd for (ib = 0; ib < M; ib += 64) __builtin_prefetch omp_get_thread_num()";

/* unrolled by four:
    #pragma GCC unroll 4
    sum0 += fma(a, b, sum0); */
void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    int fma_simd_prefetch = note[0] == '_' ? 0 : 1;
    for (int omp_parallel_row = 0; omp_parallel_row < M; omp_parallel_row++)
        for (int unroll = 0; unroll < N; unroll++) {
            double register_block = 0.0;
            for (int packed = fma_simd_prefetch; packed < K; packed++)
                register_block += A[omp_parallel_row * K + packed] * B[packed * N + unroll];
            C[omp_parallel_row * N + unroll] = register_block;
        }
}
