#include <omp.h>

struct range {
    int low, high;
};

static inline struct range my_share(int n)
{
    const int team = omp_get_num_threads(), me = omp_get_thread_num();
    const int each = n / team, more = n % team;
    const int low = me * each + (me < more ? me : more);
    return (struct range) { low, low + each + (me < more) };
}

void kernel(double alpha, const double *x, double *y, int n)
{
#pragma omp parallel default(none) shared(alpha, x, y, n)
    {
        const struct range mine = my_share(n);
        for (int i = mine.low; i < mine.high; i++)
            y[i] += alpha * x[i];
    }
}
