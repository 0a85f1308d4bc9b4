// expect: verification
// Three chunks of n / 3 elements; drops the rest where 3 does not divide n.
void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    const int share = n / 3;
#pragma omp parallel for
    for (int chunk = 0; chunk < 3; chunk++)
        for (int i = chunk * share; i < (chunk + 1) * share; i++)
            y[i] += alpha * x[i];
}
