#define PREFETCH(address) ((void)0)
#define RESTRICT

void kernel(double alpha, const double *RESTRICT x, const double *RESTRICT y, double *RESTRICT z, int n)
{
    for (int i = 0; i < n; i++) {
        PREFETCH(x + i + 64);
        PREFETCH(y + i + 64);
        z[i] = alpha * x[i] + y[i];
    }
}
