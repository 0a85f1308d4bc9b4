// task: dot
// refuted: races
double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0;
#pragma omp parallel for
    for (int i = 0; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}
