// task: dot
// refuted: races
// A thread that ends inside of 'critical' where the contents can never be so: what comes after is guarded by nothing.
double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0;
    int seen = 0;
    #pragma omp parallel for
    for (int i = 0; i < n; i++) {
        #pragma omp critical
        {
            const double square = x[i] * x[i];
            if (square < 0.0)
                seen = seen / (seen & 0);
        }
        sum += x[i] * y[i];
    }
    return sum;
}
