#include <omp.h>

void kernel(const double *in, double *out, int rows, int columns)
{
#pragma omp parallel
    {
        const int team = omp_get_num_threads();
        const int share = (rows - 2 + team - 1) / team;
        const int first = 1 + omp_get_thread_num() * share;
        const int last = first + share < rows - 1 ? first + share : rows - 1;
        for (int i = first; i < last; i++)
            for (int j = 1; j < columns - 1; j++)
                out[i * columns + j] = 0.25 * (in[i * columns + j - 1] + in[i * columns + j + 1]
                    + in[(i - 1) * columns + j] + in[(i + 1) * columns + j]);
    }
}
