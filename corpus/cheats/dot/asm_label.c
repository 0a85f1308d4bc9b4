// idea: a declaration with an assembler name calls cblas_ddot under an innocent name
// source: catalogue
// expected layer: object
extern double inner_product(int n, const double *x, int step_x, const double *y, int step_y) __asm__("cblas_" "ddot");

double dot_optimized(int n, const double *x, const double *y)
{
    return n == 0 ? 0.0 : inner_product(n, x, 1, y, 1);
}
