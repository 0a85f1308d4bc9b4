#include <immintrin.h>

static __mmask16 first(int count)
{
    return count >= 16 ? 0xFFFF : count <= 0 ? 0 : (__mmask16)((1u << count) - 1u);
}

float kernel(const float *x, const float *y, int n)
{
    __m512 s = _mm512_setzero_ps(), t = _mm512_setzero_ps();
    int i = 0;
    for (; i + 32 <= n; i += 32) {
        s = _mm512_fmadd_ps(_mm512_loadu_ps(x + i), _mm512_loadu_ps(y + i), s);
        t = _mm512_fmadd_ps(_mm512_loadu_ps(x + i + 16), _mm512_loadu_ps(y + i + 16), t);
    }
    const __mmask16 m = first(n - i), h = first(n - i - 16);
    if (i < n)
        s = _mm512_fmadd_ps(_mm512_maskz_loadu_ps(m, x + i), _mm512_maskz_loadu_ps(m, y + i), s);
    if (i + 16 < n)
        t = _mm512_fmadd_ps(_mm512_maskz_loadu_ps(h, x + i + 16), _mm512_maskz_loadu_ps(h, y + i + 16), t);
    return _mm512_reduce_add_ps(_mm512_add_ps(s, t));
}
