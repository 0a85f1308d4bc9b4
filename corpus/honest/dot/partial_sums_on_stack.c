/* Threads leave their sums in a padded array on the stack of the master, which adds them up in order. */
#include <omp.h>

double dot_optimized(int n, const double *x, const double *y)
{
    enum { most = 64, apart = 8 };
    double part[most * apart] = {0};
    int used = 1;
    #pragma omp parallel if (n > 20000) num_threads(omp_get_max_threads() < most ? omp_get_max_threads() : most)
    {
        const int me = omp_get_thread_num(), members = omp_get_num_threads();
        #pragma omp single
        used = members;
        double sum = 0.0;
        const long from = (long)n * me / members, to = (long)n * (me + 1) / members;
        #pragma omp simd reduction(+ : sum)
        for (long i = from; i < to; i++)
            sum += x[i] * y[i];
        part[me * apart] = sum;
    }
    double total = 0.0;
    for (int member = 0; member < used; member++)
        total += part[member * apart];
    return total;
}
