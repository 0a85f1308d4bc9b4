// expect: library
// Declares the Fortran entry of the BLAS and calls it with the operands swapped.
void dgemm_(const char *, const char *, const int *, const int *, const int *, const double *, const double *,
            const int *, const double *, const int *, const double *, double *, const int *);

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const double one = 1.0, zero = 0.0;
    dgemm_("N", "N", &N, &M, &K, &one, B, &N, A, &K, &zero, C, &N);
}
