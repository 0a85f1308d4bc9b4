/* Not mapped, so that the device has a copy: one for all its threads. */
void sum(int n, const double *x, double *result)
{
    double total = 0;
#pragma omp target map(to: x[0:n]) map(from: result[0:1])
    {
#pragma omp parallel for
        for (int i = 0; i < n; i++) {
            total += x[i]; //~ race
        }
        result[0] = total;
    }
}
