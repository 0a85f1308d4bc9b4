// expect: compile
// The reduction names a variable that does not exist.
double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0;
#pragma omp parallel for reduction(+ : total)
    for (int i = 0; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}
