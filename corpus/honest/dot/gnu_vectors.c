/* Four accumulators of GNU vector type, loaded through a type with the alignment of a double. */
typedef double v4 __attribute__((vector_size(32)));
typedef double v4u __attribute__((vector_size(32), aligned(8), may_alias));

double dot_optimized(int n, const double *x, const double *y)
{
    v4 sum[4] = {{0}};
    int i = 0;
    for (; i + 16 <= n; i += 16)
        for (int k = 0; k < 4; k++)
            sum[k] += *(const v4u *)(x + i + 4 * k) * *(const v4u *)(y + i + 4 * k);
    for (; i + 4 <= n; i += 4)
        sum[0] += *(const v4u *)(x + i) * *(const v4u *)(y + i);
    sum[0] += sum[1] + (sum[2] + sum[3]);
    double total = sum[0][0] + sum[0][1] + (sum[0][2] + sum[0][3]);
    for (; i < n; i++)
        total += x[i] * y[i];
    return total;
}
