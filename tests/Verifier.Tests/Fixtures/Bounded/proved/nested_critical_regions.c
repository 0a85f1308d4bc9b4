// task: dot
// Both updates are in the outer region, whatever is around them inside of it.
double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0;
    #pragma omp parallel for
    for (int i = 0; i < n; i++) {
        #pragma omp critical(outer)
        {
            if (i % 2 == 0) {
                #pragma omp critical(inner)
                sum += x[i] * y[i];
            } else
                sum += x[i] * y[i];
        }
    }
    return sum;
}
