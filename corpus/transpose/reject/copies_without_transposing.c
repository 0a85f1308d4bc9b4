// expect: verification
// Copies in order; right only where a side is at most 1.
void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    for (long i = 0; i < (long)rows * cols; i++)
        out[i] = in[i];
}
