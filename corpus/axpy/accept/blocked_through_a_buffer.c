// expect: ok
// Products of a block of 256 go through an array on the stack.
enum { BLOCK = 256 };

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    double product[BLOCK];
    for (int start = 0; start < n; start += BLOCK) {
        const int length = n - start < BLOCK ? n - start : BLOCK;
        for (int i = 0; i < length; i++)
            product[i] = alpha * x[start + i];
        for (int i = 0; i < length; i++)
            y[start + i] += product[i];
    }
}
