#include <string.h>

typedef double four __attribute__((vector_size(32)));

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i += 4)
        for (int j = 0; j < N; j += 4) {
            four rows[4];
            memset(rows, 0, sizeof rows);
            for (int k = 0; k < K; k++) {
                four b;
                memcpy(&b, &B[k * N + j], sizeof b);
                for (int r = 0; r < 4; r++)
                    rows[r] = rows[r] + A[(i + r) * K + k] * b;
            }
            for (int r = 0; r < 4; r++)
                memcpy(&C[(i + r) * N + j], &rows[r], sizeof rows[r]);
        }
}
