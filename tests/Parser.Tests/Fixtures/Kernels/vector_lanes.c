typedef double four __attribute__((vector_size(32)));
typedef long long mask __attribute__((vector_size(32)));

double lanes(const four *p, double scale, int n)
{
    four sum = {0, 0, 0, 0};
    double edge[4] __attribute__((aligned(32))) = {1, 2};
    for (int i = 0; i < n; i++) {
        sum += p[i] * scale;
        sum[i & 3] = edge[0];
    }
    mask bits = (mask)sum;
    return sum[0] + sum[1] + (double)bits[2];
}
