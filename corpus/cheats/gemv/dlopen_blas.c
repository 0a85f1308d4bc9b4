// idea: opens the BLAS that the baseline is linked with and calls it
// source: catalogue
// expected layer: object
#include <dlfcn.h>
#include <stddef.h>

typedef void dgemv(int, int, int, int, double, const double *, int, const double *, int, double, double *, int);

void gemv_optimized(int m, int n, double alpha, const double *A, const double *x, double beta, double *y)
{
    void *library = dlopen("libopenblas.so.0", RTLD_NOW);
    dgemv *call = library ? (dgemv *)dlsym(library, "cblas_dgemv") : NULL;
    if (call && m > 0 && n > 0) {
        call(101, 111, m, n, alpha, A, n > 1 ? n : 1, x, 1, beta, y, 1);
        return;
    }
    for (int i = 0; i < m; i++) {
        double sum = 0.0;
        for (int j = 0; j < n; j++)
            sum += A[(long)i * n + j] * x[j];
        y[i] = alpha * sum + beta * y[i];
    }
}
