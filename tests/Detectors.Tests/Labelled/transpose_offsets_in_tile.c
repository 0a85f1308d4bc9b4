void kernel(const double *in, double *out, int n)
{
    for (int row = 0; row < n; row += 16)
        for (int column = 0; column < n; column += 16) {
            const double *const from = in + row * n + column;
            double *const to = out + column * n + row;
            for (int r = 0; r < 16; r++)
                for (int c = 0; c < 16; c++)
                    to[c * n + r] = from[r * n + c];
        }
}
