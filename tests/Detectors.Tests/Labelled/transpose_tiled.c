void kernel(const double *in, double *out, int n)
{
    for (int ib = 0; ib < n; ib += 16)
        for (int jb = 0; jb < n; jb += 16) {
            const int i_end = ib + 16 < n ? ib + 16 : n;
            const int j_end = jb + 16 < n ? jb + 16 : n;
            for (int i = ib; i < i_end; i++)
                for (int j = jb; j < j_end; j++)
                    out[j * n + i] = in[i * n + j];
        }
}
