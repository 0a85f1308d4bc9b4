void kernel(const double *in, double *out, int n, int edge)
{
    for (int i0 = 1; i0 < n - 1; i0 += edge)
        for (int j0 = 1; j0 < n - 1; j0 += edge)
            for (int i = i0; i < (i0 + edge < n - 1 ? i0 + edge : n - 1); i++)
                for (int j = j0; j < (j0 + edge < n - 1 ? j0 + edge : n - 1); j++)
                    out[i * n + j] = in[i * n + j] - 0.25 * (in[i * n + j - 1] + in[i * n + j + 1]
                        + in[(i - 1) * n + j] + in[(i + 1) * n + j]);
}
