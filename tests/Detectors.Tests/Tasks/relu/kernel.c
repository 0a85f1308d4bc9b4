#include <limits.h>
#include <hpcverify.h>

void relu_optimized(int n, float alpha, const float *x, float *y);

void relu_contract(int n, float alpha, const float *x, float *y)
{
    (void)alpha;
    requires(n >= 0 && n <= INT_MAX - 4096);
    readable(x, n);
    writes(y, n);
    disjoint(y, x);
    tolerance(2.0);
}

void relu_reference(int n, float alpha, const float *x, float *y)
{
    for (int i = 0; i < n; i++)
        y[i] = x[i] > 0.0f ? alpha * x[i] : 0.0f;
}
