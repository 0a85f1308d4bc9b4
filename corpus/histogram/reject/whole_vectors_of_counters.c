// expect: runtime
// needs: avx2,fma
// Clears the counters eight at a time, the last eight too; writes past them unless bins % 8 == 0.
#include <immintrin.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = 0; b < bins; b += 8)
        _mm256_storeu_si256((__m256i *)(count + b), _mm256_setzero_si256());
    for (int i = 0; i < n; i++)
        count[value[i]]++;
}
