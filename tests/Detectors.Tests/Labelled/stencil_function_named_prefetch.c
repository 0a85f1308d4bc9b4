static double prefetch(const double *p)
{
    return p[0] + p[1];
}

static void stream(double *p, double value)
{
    *p = value;
}

void kernel(const double *in, double *out, int n)
{
    for (int i = 1; i < n - 1; i++)
        stream(&out[i], prefetch(&in[i - 1]) + in[i + 1]);
}
