/* As soon as 32 rows are solved they are taken off all rows below; the diagonal is inverted once for each row. */
void triangular_solve_optimized(int n, int m, const double *lower, const double *diagonal, double *b)
{
    for (int i0 = 0; i0 < n; i0 += 32) {
        const int stop = n - i0 < 32 ? n : i0 + 32;
        for (int i = i0; i < stop; i++) {
            double *row = b + (long)i * m;
            for (int k = i0; k < i; k++) {
                const double factor = lower[(long)i * n + k];
                const double *other = b + (long)k * m;
                #pragma omp simd
                for (int j = 0; j < m; j++)
                    row[j] -= factor * other[j];
            }
            const double inverse = 1.0 / diagonal[i];
            for (int j = 0; j < m; j++)
                row[j] *= inverse;
        }
        #pragma omp parallel for schedule(static) if ((long)(n - stop) * m > 2000)
        for (int i = stop; i < n; i++) {
            double *row = b + (long)i * m;
            for (int k = i0; k < stop; k++) {
                const double factor = lower[(long)i * n + k];
                const double *other = b + (long)k * m;
                #pragma omp simd
                for (int j = 0; j < m; j++)
                    row[j] -= factor * other[j];
            }
        }
    }
}
