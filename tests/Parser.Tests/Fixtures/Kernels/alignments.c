#include <immintrin.h>

#define CACHE_LINE 64

enum { page = 4096 };

static _Alignas(CACHE_LINE) double table[8];

void alignments(double *p)
{
    _Alignas(64) double number[8];
    _Alignas(CACHE_LINE) double macro[8];
    double attribute[8] __attribute__((aligned(CACHE_LINE)));
    _Alignas(page) double constant[8];
    static _Alignas(32) double kept[8];
    _Alignas(__m512d) double as_a_type[8];
    number[0] = 0;
    macro[0] = 0;
    attribute[0] = 0;
    constant[0] = 0;
    kept[0] = 0;
    as_a_type[0] = 0;
    p[0] = number[0] + macro[0] + attribute[0] + constant[0] + kept[0] + as_a_type[0] + table[0];
}
