#include <hpcverify.h>
#include <immintrin.h>
#include <stdlib.h>

void temporary_outside(int n, const double *x, double *y)
{
    double t;
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        t = 2.0 * x[i]; //~ HV4101
        y[i] = t;
    }
}

void inner_counter_outside(int n, const double *x, double *y)
{
    int i, j;
#pragma omp parallel for
    for (i = 0; i < n; i++)
        for (j = 0; j < 4; j++) //~ HV4101
            y[i] = x[i] + j;
}

#define SQUARE(into, from) ((into) = (from) * (from))

void by_a_macro(int n, const double *x, double *y)
{
    double square = 0.0;
#pragma omp parallel
    {
#pragma omp for
        for (int i = 0; i < n; i++) {
            SQUARE(square, x[i]); //~ HV4101
            y[i] = square;
        }
    }
}

static void copy_four(double *to, const double *from)
{
    for (int j = 0; j < 4; j++)
        to[j] = from[j]; //~ HV4101
}

void one_buffer_for_all(int n, const double *x, double *y)
{
    double buffer[4];
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        copy_four(buffer, x + 4 * i);
        y[i] = buffer[0] + buffer[1] + buffer[2] + buffer[3];
    }
}

void one_allocated_panel(int n, const double *x, double *y)
{
    double *panel = malloc(8 * sizeof *panel);
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        _mm512_storeu_pd(panel, _mm512_loadu_pd(x + 8 * i)); //~ HV4101
        y[i] = panel[0];
    }
    free(panel);
}
