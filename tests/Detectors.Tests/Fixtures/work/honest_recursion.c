// task: dot
static double part(const double *x, const double *y, int n)
{
    double sum = 0.0;
    if (n > 128)
        return part(x, y, n / 2) + part(x + n / 2, y + n / 2, n - n / 2);
again:
    if (n >= 4) {
        sum += x[0] * y[0] + x[1] * y[1] + (x[2] * y[2] + x[3] * y[3]);
        x += 4;
        y += 4;
        n -= 4;
        goto again;
    }
    switch (n) {
    case 3:
        sum += x[2] * y[2];
        /* fall through */
    case 2:
        sum += x[1] * y[1];
        /* fall through */
    case 1:
        sum += x[0] * y[0];
    }
    return sum;
}

double dot_optimized(int n, const double *x, const double *y) //= HV7215
{
    return part(x, y, n);
}
