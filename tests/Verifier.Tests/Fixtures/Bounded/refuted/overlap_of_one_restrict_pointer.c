// task: twice_anywhere
// refuted: promises
// with: y = x + 1
// replays: Evaluator
void twice_optimized(int n, const double *restrict x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = 2 * x[i];
}
