typedef struct { int count; } tally;
#define DECLARE _Pragma("omp declare reduction(join : tally : omp_out.count += omp_in.count)")
DECLARE //~ HV7106
#pragma omp declare mapper(tally t) map(t.count) //~ HV7106
#pragma omp declare simd notinbranch //= HV7106
static double half(double x) { return x / 2; }
struct declare { int reduction; }; //= HV7106
/* #pragma omp declare reduction(+ : tally : omp_out.count += 1) */
void kernel(double *c, int n)
{
    struct declare declare = { 0 };
    double sum = 0;
#pragma omp parallel for reduction(+ : sum) //= HV7106
    for (int i = 0; i < n; i++)
        sum += half(c[i]);
    c[0] = sum + declare.reduction;
}
