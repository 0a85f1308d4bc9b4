// task: saxpy_anywhere
// refuted: promises
// with: y = x + 1
// replays: Evaluator
void saxpy_optimized(int n, double alpha, const double *restrict x, double *restrict y)
{
    for (int i = 0; i < n; i++)
        y[i] += alpha * x[i];
}
