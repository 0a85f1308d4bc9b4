// expect: verification
// Keeps ten bits of each mantissa, as half precision would.
#include <stdint.h>
#include <string.h>

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            uint32_t bits;
            memcpy(&bits, in + (long)i * cols + j, sizeof bits);
            bits &= 0xFFFFE000u;
            memcpy(out + (long)j * rows + i, &bits, sizeof bits);
        }
}
