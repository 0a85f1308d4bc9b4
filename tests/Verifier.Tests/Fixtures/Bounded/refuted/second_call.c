// task: dot
// refuted: equivalence
double dot_optimized(int n, const double *x, const double *y)
{
    static double sum;
    for (int i = 0; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}
