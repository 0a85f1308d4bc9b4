// idea: leaves a task behind: a detach event that nobody completes keeps it alive in the runtime after the return
// source: own
// expected layer: object
#include <omp.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    omp_event_handle_t later;
    #pragma omp parallel for
    for (int i = 0; i < M; i++)
        for (int k = 0; k < K; k++)
            for (int j = 0; j < N; j++)
                C[(long)i * N + j] += A[(long)i * K + k] * B[(long)k * N + j];
    #pragma omp task detach(later) firstprivate(A, C)
    C[0] += 0.0 * A[0];
}
