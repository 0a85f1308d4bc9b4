void start(int n, double *x)
{
    double first = 0;
#pragma omp parallel
    {
#pragma omp single nowait
        first = x[n];  //~ race
#pragma omp for
        for (int i = 0; i < n; i++)
            x[i] = first; //~ race
    }
}
