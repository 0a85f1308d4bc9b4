/* Each turn writes one element more than it owns. */
void strips(int n, double *x)
{
#pragma omp parallel for
    for (int i = 0; i < n; i += 8)
        for (int j = i; j <= i + 8; j++)
            x[j] = 1.0; //~ race
}
