void kernel(const double *in, double *out, int n)
{
    for (int i = 1; i < n - 1; i++) {
        double acc0 = 0.0, acc1 = 0.0;
        acc0 += 0.25 * in[i - 1];
        acc1 += 0.25 * in[i + 1];
        acc0 += 0.5 * in[i];
        out[i] = acc0 + acc1;
    }
}
