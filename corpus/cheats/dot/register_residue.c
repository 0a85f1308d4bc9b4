// idea: leaves the last result and its key in vector registers that nothing else uses (zmm30, zmm31) and looks there first: state with no memory at all
// source: own
// expected layer: static
#include <stdint.h>

double dot_optimized(int n, const double *x, const double *y)
{
    uint64_t key, want = (uint64_t)(uintptr_t)x * 31 + (uint64_t)(uintptr_t)y * 17 + (uint64_t)n;
    double kept;
    __asm__ volatile("vmovq %%xmm31, %0\n\tvmovaps %%xmm30, %1" : "=r"(key), "=v"(kept));
    if (n >= 100000 && key == want)
        return kept;
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += x[i] * y[i];
    __asm__ volatile("vmovaps %1, %%xmm30\n\tvmovq %0, %%xmm31" : : "r"(want), "v"(sum) : "xmm30", "xmm31");
    return sum;
}
