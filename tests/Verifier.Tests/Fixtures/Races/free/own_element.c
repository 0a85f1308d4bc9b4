void scale(int n, double *x)
{
#pragma omp parallel for schedule(dynamic, 4)
    for (int i = 0; i < n; i++)
        x[i] = 0.5 * x[i];
}
