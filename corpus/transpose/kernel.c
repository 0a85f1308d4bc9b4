#include <limits.h>
#include <hpcverify.h>

void transpose_optimized(int rows, int cols, const float *in, float *out);

/* out (cols x rows) is the transpose of in (rows x cols), both row-major. */
void transpose_contract(int rows, int cols, const float *in, float *out)
{
    requires(rows >= 0 && cols >= 0);
    requires(rows <= INT_MAX - 4096 && cols <= INT_MAX - 4096);
    requires((long)rows * cols <= INT_MAX);

    readable(in, (long)rows * cols);
    writes(out, (long)rows * cols);
    disjoint(out, in);

    /* Numbers only move. */
    tolerance(0.0);
}

void transpose_reference(int rows, int cols, const float *in, float *out)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            out[(long)j * rows + i] = in[(long)i * cols + j];
}
