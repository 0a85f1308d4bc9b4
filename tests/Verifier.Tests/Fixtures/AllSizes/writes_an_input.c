// task: axpy
// bounds: refuted at n=1, holds when n == 0 (weakest)
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    double *scaled = (double *)x;
    for (int i = 0; i < n; i++) {
        scaled[i] *= alpha;
        y[i] += scaled[i];
    }
}
