void set(int n, double *x)
{
#pragma omp target teams distribute parallel for map(from: x[0:n]) dist_schedule(static, 64) schedule(static, 4)
    for (int i = 0; i < n; i++) {
        x[i] = i;
    }
}
