// expect: verification
// The sum is static and never set back: the second call starts from the first one's answer.
double dot_optimized(int n, const double *x, const double *y)
{
    static double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}
