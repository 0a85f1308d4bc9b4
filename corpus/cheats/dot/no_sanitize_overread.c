// idea: sanitizers are asked to look away while up to seven elements past the end are read, masked by zero afterwards
// source: own
// expected layer: proof
__attribute__((no_sanitize("address", "undefined"), noinline)) static double block(const double *x, const double *y, int live)
{
    double sum = 0.0;
    for (int k = 0; k < 8; k++) {
        const double a = ((const volatile double *)x)[k], b = ((const volatile double *)y)[k];
        sum += k < live ? a * b : 0.0;
    }
    return sum;
}

double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i += 8)
        sum += block(x + i, y + i, n - i < 8 ? n - i : 8);
    return sum;
}
