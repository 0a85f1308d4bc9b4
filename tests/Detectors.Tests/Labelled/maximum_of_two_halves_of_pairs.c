#define LARGER(a, b) ((a) > (b) ? (a) : (b))

double kernel(const double *x, int n)
{
    double even = x[0], odd = x[0];
    int i = 0;
    for (; i + 1 < n; i += 2) {
        even = LARGER(even, x[i]);
        odd = LARGER(odd, x[i + 1]);
    }
    if (i < n)
        even = LARGER(even, x[i]);
    return LARGER(even, odd);
}
