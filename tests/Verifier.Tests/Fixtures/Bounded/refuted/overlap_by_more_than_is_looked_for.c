// task: saxpy_anywhere
// refuted: equivalence
// with: y = x + 4
// replays: Value
void saxpy_optimized(int n, double alpha, const double *x, double *y)
{
    int i = 0;
    if (y + 2 < x || x + 2 < y) {
        for (; i + 8 <= n; i += 8) {
            double scaled[8];
            for (int j = 0; j < 8; j++)
                scaled[j] = alpha * x[i + j];
            for (int j = 0; j < 8; j++)
                y[i + j] += scaled[j];
        }
    }
    for (; i < n; i++)
        y[i] += alpha * x[i];
}
