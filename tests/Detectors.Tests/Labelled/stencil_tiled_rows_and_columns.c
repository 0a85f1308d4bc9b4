void kernel(const double *in, double *out, int rows, int columns)
{
    for (int ib = 1; ib < rows - 1; ib += 64)
        for (int jb = 1; jb < columns - 1; jb += 64)
            for (int i = ib; i < ib + 64 && i < rows - 1; i++)
                for (int j = jb; j < jb + 64 && j < columns - 1; j++)
                    out[i * columns + j] = 0.2 * (in[i * columns + j] + in[i * columns + j - 1]
                        + in[i * columns + j + 1] + in[(i - 1) * columns + j] + in[(i + 1) * columns + j]);
}
