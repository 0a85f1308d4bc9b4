// task: dot
// Accumulated in several forms and looked at by nobody: however many lanes there are, the sum is the same.
double dot_optimized(int n, const double *x, const double *y)
{
    double s = 0, t = 0;
    int j = 0;
    #pragma omp simd reduction(+:s, t) linear(j:1)
    for (int i = 0; i < n; i++) {
        const double product = x[j] * y[i];
        if (i % 2 == 0)
            s += product;
        else
            t = product + t;
        j++;
    }
    return s + t;
}
