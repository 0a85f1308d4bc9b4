#include <stdlib.h>
#define LENGTH 1024

void kernel(const long *x, long *sums, int n)
{
    const int blocks = (n + LENGTH - 1) / LENGTH;
    long *const before = calloc((size_t)blocks + 1, sizeof *before);
#pragma omp parallel for
    for (int b = 0; b < blocks; b++) {
        long total = 0;
        for (int i = b * LENGTH; i < (b + 1) * LENGTH && i < n; i++)
            total += x[i];
        before[b + 1] = total;
    }
    for (int b = 0; b < blocks; b++)
        before[b + 1] += before[b];
#pragma omp parallel for
    for (int b = 0; b < blocks; b++) {
        long running = before[b];
        for (int i = b * LENGTH; i < (b + 1) * LENGTH && i < n; i++) {
            running += x[i];
            sums[i] = running;
        }
    }
    free(before);
}
