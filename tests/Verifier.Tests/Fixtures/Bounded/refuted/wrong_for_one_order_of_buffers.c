// task: twice_apart
// refuted: equivalence
void twice_optimized(int n, const double *x, double *y)
{
    double factor = x <= y ? 2 : 3;
    for (int i = 0; i < n; i++)
        y[i] = factor * x[i];
}
