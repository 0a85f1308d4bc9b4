// expect: verification
// The running sum has single precision.
void prefix_sum_optimized(int n, const double *x, double *y)
{
    float sum = 0.0f;
    for (int i = 0; i < n; i++) {
        sum += (float)x[i];
        y[i] = sum;
    }
}
