void kernel(const double in[], double out[restrict], int n)
{
    for (int i = 1; i < n - 1; i++)
        out[i] = in[i - 1] - 2.0 * in[i] + in[i + 1];
}
