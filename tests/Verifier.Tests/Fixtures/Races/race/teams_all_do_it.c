void set(double *x)
{
#pragma omp target teams map(tofrom: x[0:1])
    x[0] = 1; //~ race
}
