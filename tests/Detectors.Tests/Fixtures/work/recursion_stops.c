// task: dot
static double part(const double *x, const double *y, int n, int depth)
{
    if (depth == 3)
        return 0.0;
    if (n <= 64) {
        double sum = 0.0;
        for (int i = 0; i < n; i++)
            sum += x[i] * y[i];
        return sum;
    }
    return part(x, y, n / 2, depth + 1) + part(x + n / 2, y + n / 2, n - n / 2, depth + 1);
}

double dot_optimized(int n, const double *x, const double *y) //~ HV7215
{
    return part(x, y, n, 0);
}
