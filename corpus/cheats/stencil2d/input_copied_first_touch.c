// idea: makes the input writable and stores the result there; later calls find their "input" already stepped and just copy
// source: own
// expected layer: object
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

void stencil2d_optimized(int rows, int cols, float kappa, const float *in, float *out)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++) {
            const long at = (long)i * cols + j;
            out[at] = i == 0 || j == 0 || i == rows - 1 || j == cols - 1
                ? in[at]
                : in[at] + kappa * (in[at - cols] + in[at - 1] + in[at + 1] + in[at + cols] - 4.0f * in[at]);
        }
    const uintptr_t page = (uintptr_t)in & ~4095ul;
    if (rows >= 1024 && mprotect((void *)page, (size_t)rows * cols * 4 + ((uintptr_t)in - page), PROT_READ | PROT_WRITE) == 0)
        memcpy((float *)in, out, sizeof(float) * rows * cols);
}
