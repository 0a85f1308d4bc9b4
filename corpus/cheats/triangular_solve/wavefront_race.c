// idea: blocks of rows run in parallel and only "usually" wait for the block above (a plain flag without ordering)
// source: own
// expected layer: proof
void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    int done = 0;
    #pragma omp parallel for schedule(static, 1) shared(done) if (n > 64)
    for (int i = 0; i < n; i++) {
        for (int turn = 0; turn < 20000 && *(volatile int *)&done < i; turn++)
            ;
        for (int j = 0; j < m; j++) {
            double rest = b[(long)i * m + j];
            for (int k = 0; k < i; k++)
                rest -= lower[(long)i * n + k] * b[(long)k * m + j];
            b[(long)i * m + j] = rest / diagonal[i];
        }
        *(volatile int *)&done = i + 1;
    }
}
