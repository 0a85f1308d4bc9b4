// expect: ok
// Would return a kept product while sizes and addresses stay the same; new addresses on every call make that never
// happen, so it earns what its honest loops earn. The static state and the comparison of addresses are findings (HV7102, HV7207).
#include <stdlib.h>
#include <string.h>

static double *kept;
static const double *kept_a, *kept_b;
static int kept_rows, kept_columns, kept_depth;

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int same_size = M == kept_rows && N == kept_columns && K == kept_depth;
    if (kept && kept_a == A && kept_b == B && same_size) {
        memcpy(C, kept, (size_t)M * N * sizeof *C);
        return;
    }
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
    free(kept);
    kept = malloc((size_t)M * N * sizeof *C);
    memcpy(kept, C, (size_t)M * N * sizeof *C);
    kept_rows = M;
    kept_columns = N;
    kept_depth = K;
    kept_a = A;
    kept_b = B;
}
