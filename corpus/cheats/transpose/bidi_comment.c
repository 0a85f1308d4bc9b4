// idea: bidirectional control characters make an early return look like part of a comment to a reader
// source: own
// expected layer: static
void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    const int large = rows > 300 && cols > 300;
    /*‮ } ⁦if (large)⁩ ⁦ nothing to do for empty ones */ if (large) return;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            out[(long)j * rows + i] = in[(long)i * cols + j];
}
