void kernel(const int *row, const int *column, const double *value, const double *x, double *y, int m)
{
    while (0)
        __builtin_prefetch(value);
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int e = row[i]; e < row[i + 1]; e++)
            sum += value[e] * x[column[e]];
        y[i] = sum;
    }
}
