// expect: verification
// needs: avx512f
// Gathers, adds and scatters sixteen counters of one histogram; values that are equal inside a vector count once.
#include <immintrin.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    const __m512i one = _mm512_set1_epi32(1);
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    int i = 0;
    for (; i + 16 <= n; i += 16) {
        const __m512i bin = _mm512_loadu_si512(value + i);
        const __m512i counted = _mm512_i32gather_epi32(bin, count, 4);
        _mm512_i32scatter_epi32(count, bin, _mm512_add_epi32(counted, one), 4);
    }
    for (; i < n; i++)
        count[value[i]]++;
}
