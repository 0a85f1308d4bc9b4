#pragma once //= HV7006
#pragma omp declare simd //= HV7006
static double twice(double x) { return 2 * x; }
#define push_macro(x) x //= HV7007
/* #pragma push_macro("N") */ //= HV7007
void kernel(double *c, int n)
{
    const char *text = "#pragma pop_macro"; //= HV7007
#pragma omp parallel for //= HV7006
    for (int i = 0; i < n; i++)
        c[i] = twice(push_macro(i)) + text[0];
}
