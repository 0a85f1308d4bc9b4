// task: dot
// refuted: equivalence
double dot_optimized(int n, const double *x, const double *y)
{
    float sum = 0.0f;
    for (int i = 0; i < n; i++)
        sum += (float)(x[i] * y[i]);
    return sum;
}
