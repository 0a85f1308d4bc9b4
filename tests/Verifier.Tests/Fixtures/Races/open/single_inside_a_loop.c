// No barrier of the team can be in there: what its end seems to keep apart is not.
void scale(int n, double *x)
{
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
#pragma omp single
        x[0] = i;
    }
}
