/* Three row pointers, inner columns as vectors with an overlapping last vector; the border is copied. */
#include <immintrin.h>
#include <string.h>

static __m256 move(const float *up, const float *row, const float *down, __m256 kappa)
{
    const __m256 here = _mm256_loadu_ps(row);
    const __m256 around = _mm256_add_ps(_mm256_add_ps(_mm256_loadu_ps(up), _mm256_loadu_ps(row - 1)),
                                        _mm256_add_ps(_mm256_loadu_ps(row + 1), _mm256_loadu_ps(down)));
    return _mm256_fmadd_ps(kappa, _mm256_fnmadd_ps(_mm256_set1_ps(4.0f), here, around), here);
}

void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    if (rows < 3 || cols < 3) {
        if (rows > 0 && cols > 0)
            memcpy(out, in, sizeof(float) * ((size_t)rows * cols));
        return;
    }
    memcpy(out, in, sizeof(float) * cols);
    memcpy(out + (long)(rows - 1) * cols, in + (long)(rows - 1) * cols, sizeof(float) * cols);
    const __m256 k = _mm256_set1_ps(kappa);
    #pragma omp parallel for schedule(static) if ((long)rows * cols > 100000)
    for (int i = 1; i < rows - 1; i++) {
        const float *row = in + (long)i * cols, *up = row - cols, *down = row + cols;
        float *to = out + (long)i * cols;
        to[0] = row[0];
        to[cols - 1] = row[cols - 1];
        int j = 1;
        for (; j + 8 <= cols - 1; j += 8)
            _mm256_storeu_ps(to + j, move(up + j, row + j, down + j, k));
        if (j < cols - 1 && cols >= 10) {
            j = cols - 9;
            _mm256_storeu_ps(to + j, move(up + j, row + j, down + j, k));
        } else {
            for (; j < cols - 1; j++)
                to[j] = row[j] + kappa * (up[j] + row[j - 1] + row[j + 1] + down[j] - 4.0f * row[j]);
        }
    }
}
