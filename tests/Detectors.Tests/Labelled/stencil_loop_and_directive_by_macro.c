#define TEXT(words) _Pragma(#words)
#define FOR_ALL(index, low, high) TEXT(omp parallel for) for (int index = (low); index < (high); index++)

void kernel(const double *in, double *out, int n)
{
    FOR_ALL(i, 1, n - 1)
        for (int j = 1; j < n - 1; j++)
            out[i * n + j] = 0.25 * (in[i * n + j - 1] + in[i * n + j + 1]
                + in[(i - 1) * n + j] + in[(i + 1) * n + j]);
}
