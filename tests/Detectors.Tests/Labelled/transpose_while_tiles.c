void kernel(const double *__restrict__ in, double *__restrict__ out, int rows, int columns)
{
    int top = 0;
    while (top < rows) {
        int left = 0;
        while (left < columns) {
            int i = top;
            while (i < rows && i < top + 8) {
                int j = left;
                while (j < columns && j < left + 8) {
                    out[j * rows + i] = in[i * columns + j];
                    ++j;
                }
                ++i;
            }
            left += 8;
        }
        top += 8;
    }
}
