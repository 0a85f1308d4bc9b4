// expect: timeout
// The index doubles and so never leaves zero; ends only for n = 0.
double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i += i)
        sum += x[i] * y[i];
    return sum;
}
