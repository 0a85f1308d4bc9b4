void kernel(double *a, double *b, int n, int steps)
{
    double *from = a, *to = b;
    for (int step = 0; step < steps; step++) {
        to[0] = from[0];
        for (int i = 1; i < n - 1; i++)
            to[i] = 0.5 * from[i] + 0.25 * (from[i - 1] + from[i + 1]);
        to[n - 1] = from[n - 1];
        double *const other = from;
        from = to;
        to = other;
    }
    if (from != a)
        for (int i = 0; i < n; i++)
            a[i] = from[i];
}
