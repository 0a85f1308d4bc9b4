// expect: ok
// Each thread sums its part; OpenMP adds the parts.
double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0;
#pragma omp parallel for simd reduction(+ : sum)
    for (int i = 0; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}
