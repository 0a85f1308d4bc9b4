void other(double *x);
void go(int n, double *x)
{
#pragma omp parallel for
    for (int i = 0; i < n; i++)
        other(x + i);
}
