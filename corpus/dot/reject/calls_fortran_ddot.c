// expect: library
// Declares the Fortran name of the library's scalar product and calls it.
double ddot_(const int *n, const double *x, const int *step_x, const double *y, const int *step_y);

double dot_optimized(int n, const double *x, const double *y)
{
    const int one = 1;
    return ddot_(&n, x, &one, y, &one);
}
