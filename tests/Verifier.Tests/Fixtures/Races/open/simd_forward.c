/* Lanes in step read before they write, but nothing in OpenMP says how they step. */
void shift(int n, double *x)
{
#pragma omp simd
    for (int i = 0; i < n - 1; i++)
        x[i] = x[i + 1];
}
