#include <string.h>

typedef float octet __attribute__((__vector_size__(8 * sizeof(float))));

float kernel(const float *x, int n)
{
    octet sums = { 0.0f }, next;
    const float *const end = x + n;
    while (end - x >= 8) {
        memcpy(&next, x, sizeof next);
        sums += next;
        x += 8;
    }
    float total = 0.0f;
    for (int lane = 0; lane < 8; lane++)
        total += sums[lane];
    while (x < end)
        total += *x++;
    return total;
}
