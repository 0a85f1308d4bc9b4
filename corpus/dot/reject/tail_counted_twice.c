// expect: verification
// The last vector is moved back to end at n and counts some products again; wrong unless n % 4 == 0 or n < 4.
double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0;
    if (n < 4) {
        for (int i = 0; i < n; i++)
            sum += x[i] * y[i];
        return sum;
    }
    for (int i = 0; i < n; i += 4) {
        const int start = i + 4 <= n ? i : n - 4;
        for (int lane = 0; lane < 4; lane++)
            sum += x[start + lane] * y[start + lane];
    }
    return sum;
}
