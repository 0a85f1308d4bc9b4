/* Each task has its own copy of the pointer and of the counter. */
void scale(int n, double *x)
{
#pragma omp parallel
#pragma omp single
    {
        double *row = x;
        for (int i = 0; i < n; i++) {
#pragma omp task
            for (int j = 0; j < 8; j++) {
                row[j] *= 2;
            }
            row += 8;
        }
    }
}
