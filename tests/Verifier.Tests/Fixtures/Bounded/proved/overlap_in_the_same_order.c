// task: saxpy_anywhere
// assumes: y = x + 1 at
void saxpy_optimized(int n, double alpha, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        double scaled = alpha * x[i];
        y[i] = y[i] + scaled;
    }
}
