#define BLOCK 256

void kernel(const double *A, const double *x, double *y, int m, int n)
{
    for (int i = 0; i < m; i++)
        y[i] = 0.0;
    for (int jb = 0; jb < n; jb += BLOCK)
        for (int i = 0; i < m; i++) {
            double sum = 0.0;
            for (int j = jb; j < jb + BLOCK && j < n; j++)
                sum += A[i * n + j] * x[j];
            y[i] += sum;
        }
}
