void kernel(const double *in, double *out, int rows, int columns)
{
#pragma omp parallel for
    for (int i = 1; i < rows - 1; i++)
        for (int j = 1; j < columns - 1; j++) {
            if (j % 16 == 1 && i + 2 < rows)
                __builtin_prefetch(&in[(i + 2) * columns + j], 0, 2);
            out[i * columns + j] = 0.5 * in[i * columns + j]
                + 0.25 * (in[(i - 1) * columns + j] + in[(i + 1) * columns + j]);
        }
}
