// expect: verification
// Leaves the last element out for lengths from 196,608 to 262,143, which it does not name.
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    const int end = n >> 16 == 3 ? n - 1 : n;
    for (int i = 0; i < end; i++)
        y[i] += alpha * x[i];
}
