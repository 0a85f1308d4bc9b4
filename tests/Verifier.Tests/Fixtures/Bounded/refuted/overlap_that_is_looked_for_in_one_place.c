// task: saxpy_anywhere
// refuted: equivalence
// with: y = x + 1
// replays: Value
void saxpy_optimized(int n, double alpha, const double *x, double *y)
{
    if (x == y) {
        for (int i = 0; i < n; i++)
            y[i] += alpha * x[i];
        return;
    }
    int i = 0;
    for (; i + 4 <= n; i += 4) {
        double a = x[i], b = x[i + 1], c = x[i + 2], d = x[i + 3];
        y[i] += alpha * a;
        y[i + 1] += alpha * b;
        y[i + 2] += alpha * c;
        y[i + 3] += alpha * d;
    }
    for (; i < n; i++)
        y[i] += alpha * x[i];
}
