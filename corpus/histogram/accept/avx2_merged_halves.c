// expect: ok
// needs: avx2,fma
// Two histograms, cleared and merged eight counters at a time; the counters after the last whole eight are scalar.
#include <immintrin.h>
#include <stdlib.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    const __m256i zero = _mm256_setzero_si256();
    int *other = calloc((size_t)bins + 1, sizeof *other);
    int b = 0;
    for (; b + 8 <= bins; b += 8)
        _mm256_storeu_si256((__m256i *)(count + b), zero);
    for (; b < bins; b++)
        count[b] = 0;

    const int half = n / 2;
    for (int i = 0; i < half; i++) {
        count[value[i]]++;
        other[value[half + i]]++;
    }
    if (n % 2 == 1)
        count[value[n - 1]]++;

    for (b = 0; b + 8 <= bins; b += 8) {
        const __m256i left = _mm256_loadu_si256((const __m256i *)(count + b));
        const __m256i right = _mm256_loadu_si256((const __m256i *)(other + b));
        _mm256_storeu_si256((__m256i *)(count + b), _mm256_add_epi32(left, right));
    }
    for (; b < bins; b++)
        count[b] += other[b];
    free(other);
}
