/* The barrier after the first loop is one of each team's own. */
void reverse(int n, double *x, double *y)
{
#pragma omp target teams map(tofrom: x[0:n], y[0:n])
#pragma omp parallel
    {
#pragma omp for
        for (int i = 0; i < n; i++) {
            x[i] = i; //~ race
        }
#pragma omp for
        for (int i = 0; i < n; i++) {
            y[i] = x[n - 1 - i]; //~ race
        }
    }
}
