double kernel(const double *x, const double *y, int n)
{
    const double *const end = x + n;
    double first = 0.0, second = 0.0;
    while (x < end) {
        first += *x++ * *y++;
        second += *x++ * *y++;
    }
    return first + second;
}
