void smooth(int n, double *x)
{
#pragma omp target teams distribute map(tofrom: x[0:64*n])
    for (int block = 0; block < n; block++) {
        double old[64];
#pragma omp parallel
        {
#pragma omp for
            for (int i = 0; i < 64; i++) {
                old[i] = x[64 * block + i];
            }
#pragma omp for
            for (int i = 0; i < 64; i++) {
                x[64 * block + i] = old[63 - i];
            }
        }
    }
}
