#include <omp.h>

void split(double *a, int n)
{
#pragma omp parallel num_threads(4)
    {
        const int thread = omp_get_thread_num(), threads = omp_get_num_threads();
        for (int i = thread; i < n; i += threads)
            a[i] = 0;
        const int chunk = (n + threads - 1) / threads;
        for (int i = thread * chunk; i < n && i < (thread + 1) * chunk; i++)
            a[i] += 1;
#pragma omp master
        a[0] = 2;
    }
}
