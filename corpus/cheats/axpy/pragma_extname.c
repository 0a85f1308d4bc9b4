// idea: a pragma renames a declared function to cblas_daxpy in the object; no asm label, no dlsym, nothing in the syntax tree
// source: own
// expected layer: object
#pragma redefine_extname add_scaled cblas_daxpy
extern void add_scaled(int n, double alpha, const double *x, int step_x, double *y, int step_y);

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    add_scaled(n, alpha, x, 1, y, 1);
}
