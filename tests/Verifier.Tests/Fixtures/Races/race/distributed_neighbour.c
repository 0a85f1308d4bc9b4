void shift(int n, double *x)
{
#pragma omp target teams distribute parallel for map(tofrom: x[0:n+1])
    for (int i = 0; i < n; i++) {
        x[i] = x[i + 1]; //~ race
    }
}
