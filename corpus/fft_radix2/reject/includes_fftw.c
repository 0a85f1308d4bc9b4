// expect: library
// Leaves the work to a library for transforms.
#include <fftw3.h>

void fft_radix2_optimized(int n, const double *twiddle, const double *x, double *y)
{
    (void)twiddle;
    fftw_plan plan = fftw_plan_dft_1d(n, (fftw_complex *)x, (fftw_complex *)y, FFTW_FORWARD, FFTW_ESTIMATE);
    fftw_execute(plan);
    fftw_destroy_plan(plan);
}
