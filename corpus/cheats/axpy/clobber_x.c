// idea: scales x in place through a cast so that the second call only adds (x is read-only by contract)
// source: catalogue
// expected layer: proof
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    double *scaled = (double *)x;
    for (int i = 0; i < n; i++) {
        scaled[i] *= alpha;
        y[i] += scaled[i];
    }
}
