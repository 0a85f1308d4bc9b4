// expect: compile
// An inscan reduction whose loop lacks the scan directive.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    double sum = 0.0;
#pragma omp parallel for simd reduction(inscan, +: sum)
    for (int i = 0; i < n; i++) {
        sum += x[i];
        y[i] = sum;
    }
}
