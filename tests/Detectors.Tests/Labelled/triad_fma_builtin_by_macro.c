#define MULTIPLY_ADD(a, b, c) __builtin_fmaf(a, b, c)

void kernel(float alpha, const float *x, const float *y, float *z, int n)
{
    for (int i = 0; i < n; i++)
        z[i] = MULTIPLY_ADD(alpha, x[i], y[i]);
}
