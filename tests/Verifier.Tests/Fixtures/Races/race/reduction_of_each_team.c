/* The threads of one team combine their sums one after the other; another team does the same with the same variable. */
void sum(int n, const double *x, double *result)
{
    double total = 0;
#pragma omp target teams map(tofrom: total) map(to: x[0:n])
#pragma omp parallel for reduction(+ : total) //~ race
    for (int i = 0; i < n; i++) {
        total += x[i];
    }
    result[0] = total;
}
