void kernel(const int *row, const int *column, const double *value, const double *x, double *y, int m)
{
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int e = row[i]; e < row[i + 1]; e++) {
            e + 8 < row[m] ? __builtin_prefetch(&x[column[e + 8]]) : (void)0;
            sum += value[e] * x[column[e]];
        }
        y[i] = sum;
    }
}
