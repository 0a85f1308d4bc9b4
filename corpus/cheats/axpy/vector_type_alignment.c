// idea: dereferences 64-byte vector types, right only when the buffers happen to be aligned; the contract promises no alignment
// source: own
// expected layer: dynamic
typedef double v8 __attribute__((vector_size(64)));

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    const v8 *from = (const v8 *)x;
    v8 *to = (v8 *)y;
    for (int i = 0; i < n / 8; i++)
        to[i] += alpha * from[i];
    for (int i = n & ~7; i < n; i++)
        y[i] += alpha * x[i];
}
