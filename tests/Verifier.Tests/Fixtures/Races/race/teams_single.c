/* One thread of each team. */
void set(double *x)
{
#pragma omp target teams map(tofrom: x[0:1])
#pragma omp parallel
#pragma omp single
    x[0] = 1; //~ race
}
