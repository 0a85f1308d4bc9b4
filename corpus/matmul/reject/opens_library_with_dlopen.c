// expect: library
// Loads the BLAS while it runs.
#include <dlfcn.h>

typedef void (*dgemm)(int, int, int, int, int, int, double, const double *, int, const double *, int, double, double *, int);

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    void *library = dlopen("libopenblas.so.0", RTLD_NOW);
    dgemm multiply = (dgemm)dlsym(library, "cblas_dgemm");
    multiply(101, 111, 111, M, N, K, 1.0, A, K, B, N, 0.0, C, N);
}
