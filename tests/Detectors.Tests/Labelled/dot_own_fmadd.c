#pragma STDC FP_CONTRACT ON

static inline double fmadd(double a, double b, double c)
{
    return a * b + c;
}

double kernel(const double *x, const double *y, int n)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum = fmadd(x[i], y[i], sum);
    return sum;
}
