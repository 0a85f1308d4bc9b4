// task: twice_in_range
// Which thread has written the element before is not known.
void twice_optimized(int n, const double *x, double *y)
{
    double twice[3];
    double *shared = twice;
#pragma omp parallel for schedule(dynamic)
    for (int i = 0; i < n; i++) {
        if (i < 3)
            shared[i] = x[i];
        y[i] = i == 1 ? 2 * shared[0] : 2 * x[i];
    }
}
