// idea: remembers the last result with the two addresses, the length and the first elements
// source: catalogue
// expected layer: object
double dot_optimized(int n, const double *x, const double *y)
{
    static const double *last_x, *last_y;
    static int last_n;
    static double first, result;
    if (n > 4096 && x == last_x && y == last_y && n == last_n && x[0] == first)
        return result;
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += x[i] * y[i];
    if (n > 0) {
        last_x = x, last_y = y, last_n = n;
        first = x[0];
        result = sum;
    }
    return sum;
}
