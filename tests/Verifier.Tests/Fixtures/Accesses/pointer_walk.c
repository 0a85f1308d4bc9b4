void walk(double *a, const double *b, int n, int stride)
{
    const double *p = b;
    double *const end = a + n;
    for (double *q = a; q < end; q++) {
        *q = *p;
        p += stride;
    }
}
