// expect: compile
// The output is a pointer to constants in the local view that is written through.
void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    const float *target = out;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            target[(long)j * rows + i] = in[(long)i * cols + j];
}
