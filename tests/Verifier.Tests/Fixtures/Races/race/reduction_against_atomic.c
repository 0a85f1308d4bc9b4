void sum(int n, const double *x, double *result)
{
    double total = 0;
#pragma omp parallel
    {
#pragma omp for reduction(+ : total) nowait //~ race
        for (int i = 0; i < n; i++) {
            total += x[i];
        }
#pragma omp atomic
        total += 1; //~ race
    }
    result[0] = total;
}
