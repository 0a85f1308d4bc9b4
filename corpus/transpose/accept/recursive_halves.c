// expect: ok
// Halves the longer side until a part has at most 16 x 16 elements; fits any cache.
static void part(int top, int bottom, int left, int right, int rows, int cols, const float *in, float *out)
{
    if (bottom - top <= 16 && right - left <= 16) {
        for (int i = top; i < bottom; i++)
            for (int j = left; j < right; j++)
                out[(long)j * rows + i] = in[(long)i * cols + j];
    } else if (bottom - top >= right - left) {
        const int middle = top + (bottom - top) / 2;
        part(top, middle, left, right, rows, cols, in, out);
        part(middle, bottom, left, right, rows, cols, in, out);
    } else {
        const int middle = left + (right - left) / 2;
        part(top, bottom, left, middle, rows, cols, in, out);
        part(top, bottom, middle, right, rows, cols, in, out);
    }
}

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    part(0, rows, 0, cols, rows, cols, in, out);
}
