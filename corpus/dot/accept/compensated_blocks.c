// expect: ok
// Kahan's summation over the sums of blocks of 64.
double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0, lost = 0.0;
    for (int start = 0; start < n; start += 64) {
        const int end = n - start < 64 ? n : start + 64;
        double block = 0.0;
        for (int i = start; i < end; i++)
            block += x[i] * y[i];
        const double corrected = block - lost;
        const double next = sum + corrected;
        lost = (next - sum) - corrected;
        sum = next;
    }
    return sum;
}
