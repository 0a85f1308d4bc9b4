void kernel(const double *A, const double *x, double *y, int m, int n)
{
    while (m-- > 0) {
        const double *a = A, *v = x;
        int left = n;
        double sum = 0.0;
        while (left > 0) {
            sum += *a * *v;
            a += 1;
            v += 1;
            left -= 1;
        }
        A += n;
        *y++ = sum;
    }
}
