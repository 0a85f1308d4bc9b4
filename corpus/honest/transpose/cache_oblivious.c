/* Halves the longer side until the rest fits into the first cache. */
static void part(long i, long j, long high, long wide, long rows, long cols, const float *in, float *out)
{
    if (high <= 32 && wide <= 32) {
        for (long c = j; c < j + wide; c++)
            for (long r = i; r < i + high; r++)
                out[c * rows + r] = in[r * cols + c];
    } else if (high > wide) {
        part(i, j, high / 2, wide, rows, cols, in, out);
        part(i + high / 2, j, high - high / 2, wide, rows, cols, in, out);
    } else {
        part(i, j, high, wide / 2, rows, cols, in, out);
        part(i, j + wide / 2, high, wide - wide / 2, rows, cols, in, out);
    }
}

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    if (rows > 0 && cols > 0)
        part(0, 0, rows, cols, rows, cols, in, out);
}
