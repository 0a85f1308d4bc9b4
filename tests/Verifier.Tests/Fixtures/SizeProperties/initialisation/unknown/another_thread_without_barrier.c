// task: twice_in_range
// Nobody waits for the thread that writes.
void twice_optimized(int n, const double *x, double *y)
{
    double twice[1];
#pragma omp parallel
    {
#pragma omp single nowait
        twice[0] = 2;
#pragma omp for
        for (int i = 0; i < n; i++)
            y[i] = twice[0] * x[i];
    }
}
