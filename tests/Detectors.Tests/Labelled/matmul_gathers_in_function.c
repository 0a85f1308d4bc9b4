#include <stdlib.h>

static void lay_out(double *line, const double *from, int stride, int count)
{
    while (count-- > 0) {
        *line++ = *from;
        from += stride;
    }
}

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
#pragma omp parallel for
    for (int j = 0; j < N; j++) {
        double *const line = malloc(sizeof *line * (size_t)(K + 1));
        lay_out(line, B + j, N, K);
        for (int i = 0; i < M; i++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * line[k];
            C[i * N + j] = sum;
        }
        free(line);
    }
}
