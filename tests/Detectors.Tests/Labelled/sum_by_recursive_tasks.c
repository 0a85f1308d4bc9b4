static double tree(const double *x, int n)
{
    if (n <= 1024) {
        double sum = 0.0;
        for (int i = 0; i < n; i++)
            sum += x[i];
        return sum;
    }
    double left, right;
#pragma omp task shared(left)
    left = tree(x, n / 2);
    right = tree(x + n / 2, n - n / 2);
#pragma omp taskwait
    return left + right;
}

double kernel(const double *x, int n)
{
    double total = 0.0;
#pragma omp parallel
#pragma omp single
    total = tree(x, n);
    return total;
}
