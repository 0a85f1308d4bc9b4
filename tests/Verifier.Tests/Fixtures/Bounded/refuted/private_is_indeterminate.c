// task: dot
// refuted: memory
double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0, product = 0.0;
#pragma omp parallel for private(product) reduction(+ : sum)
    for (int i = 0; i < n; i++) {
        product += x[i] * y[i];
        sum += product;
        product = 0.0;
    }
    return sum;
}
