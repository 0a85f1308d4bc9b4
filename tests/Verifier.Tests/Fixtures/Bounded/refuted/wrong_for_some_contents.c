// task: dot
// refuted: equivalence
double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        if (x[i] > 0.5)
            sum += x[i] * y[i];
    return sum;
}
