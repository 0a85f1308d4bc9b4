typedef struct { double re, im; } complex_sum;
#pragma omp declare reduction(+ : complex_sum : omp_out.re += omp_in.re, omp_out.im += omp_in.im) //~ HV7106
#pragma omp declare simd
static double twice(double x) { return 2 * x; }
void kernel(double *c, int n)
{
    complex_sum sum = { 0, 0 };
#pragma omp parallel for reduction(+ : sum)
    for (int i = 0; i < n; i++)
        sum.re += twice(c[i]);
    c[0] = sum.re;
}
