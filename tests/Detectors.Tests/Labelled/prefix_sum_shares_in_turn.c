#include <omp.h>
#define REGION(team) _Pragma("omp parallel num_threads(4)")

void kernel(const long *x, long *sums, int n)
{
    long before[5] = { 0 };
    REGION(4)
    {
        const int me = omp_get_thread_num();
        const int from = (int)((long)n * me / 4), to = (int)((long)n * (me + 1) / 4);
        long own = 0;
        for (int i = from; i < to; i++)
            own += x[i];
        before[me + 1] = own;
#pragma omp barrier
        long running = 0;
        for (int t = 0; t <= me; t++)
            running += before[t];
        for (int i = from; i < to; i++) {
            running += x[i];
            sums[i] = running;
        }
    }
}
