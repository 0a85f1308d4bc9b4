void kernel(const double *x, double *energy, int n)
{
    int level = 0;
    for (int stride = 1; stride < n; stride *= 2) {
        double sum = 0.0;
        for (int i = 0; i < n; i += stride)
            sum += x[i] * x[i];
        energy[level++] = sum;
    }
}
