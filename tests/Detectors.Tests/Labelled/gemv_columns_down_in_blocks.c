#define BLOCK 512
#define SOON(p, w) PRE##w(p)
#define PRE0(p) __builtin_prefetch((p), 0)

void kernel(const double *A, const double *x, double *y, int m, int n)
{
    int low = 0;
    for (int j = 0; j < n; j++)
        y[j] = 0.0;
    if (n < 1)
        return;
    do {
        const int high = n - low > BLOCK ? low + BLOCK : n;
        for (int i = 0; i < m; i++) {
            const double *const row = A + i * n;
            SOON(row + n + low, 0);
            for (int j = low; j < high; j++)
                y[j] += row[j] * x[i];
        }
        low = high;
    } while (low < n);
}
