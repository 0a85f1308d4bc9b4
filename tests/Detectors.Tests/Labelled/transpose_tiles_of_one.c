enum { tile = 1 };

void kernel(const double *in, double *out, int n)
{
    for (int ib = 0; ib < n; ib += tile)
        for (int jb = 0; jb < n; jb += tile)
            for (int i = ib; i < ib + tile; i++)
                for (int j = jb; j < jb + tile; j++)
                    out[j * n + i] = in[i * n + j];
}
