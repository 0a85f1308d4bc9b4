double kernel(const double *x, const double *y, int n)
{
    double total = 0.0;
    for (int start = 0; start < n; start += 256) {
        const int end = start + 256 < n ? start + 256 : n;
        double sum = 0.0;
        for (int i = start; i < end; i++)
            sum += x[i] * y[i];
        total += sum;
    }
    return total;
}
