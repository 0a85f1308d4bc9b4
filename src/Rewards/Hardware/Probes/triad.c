// STREAM's triad: a[i] = b[i] + s * c[i] over arrays that no cache holds, each thread on the part that it touched first.
#include <omp.h>
#include <stdlib.h>

// Elements a second in the fastest repetition, or -1 where there is no memory for the arrays.
double triad_probe(long count, long repetitions, double scalar)
{
    double *a = aligned_alloc(64, sizeof(double) * count), *b = aligned_alloc(64, sizeof(double) * count), *c = aligned_alloc(64, sizeof(double) * count);
    double best = -1;
    if (a && b && c) {
#pragma omp parallel for schedule(static)
        for (long i = 0; i < count; i++) {
            a[i] = 0;
            b[i] = 1;
            c[i] = 2;
        }
        for (long repetition = 0; repetition < repetitions; repetition++) {
            double begin = omp_get_wtime();
#pragma omp parallel for schedule(static)
            for (long i = 0; i < count; i++)
                a[i] = b[i] + scalar * c[i];
            double seconds = omp_get_wtime() - begin;
            if (a[repetition % count] == 1 + scalar * 2 && (best < 0 || seconds < best))
                best = seconds;
        }
    }
    free(a);
    free(b);
    free(c);
    return best > 0 ? (double)count / best : -1;
}
