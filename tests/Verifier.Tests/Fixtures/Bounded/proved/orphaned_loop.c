// task: transpose
// The worksharing construct is in a function of its own: its threads are suspended at its end.
static void rows_of_team(int rows, int cols, const float *in, float *out)
{
#pragma omp for schedule(dynamic)
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < cols; c++)
            out[c * rows + r] = in[r * cols + c];
}
void transpose_optimized(int rows, int cols, const float *in, float *out)
{
#pragma omp parallel
    {
        rows_of_team(rows, cols, in, out);
        rows_of_team(rows, cols, in, out);
    }
}
