// expect: ok
// Parameters spelled as arrays and under other names; they are the same pointers.
void matmul_optimized(double left[], double right[], double product[restrict], int rows, int columns, int depth)
{
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < columns; c++) {
            double sum = 0.0;
            for (int d = 0; d < depth; d++)
                sum += left[r * depth + d] * right[d * columns + c];
            product[r * columns + c] = sum;
        }
}
