// expect: ok
// Stage 1 of Table I: register blocking alone, a 4 x 4 block of named accumulators without tails.
#define FOR_EACH_ROW(step) step(0) step(1) step(2) step(3)
#define DECLARE(r) double c##r[4] = { 0.0, 0.0, 0.0, 0.0 };
#define MULTIPLY(r)                              \
    {                                            \
        const double a = A[(i + r) * K + k];     \
        c##r[0] += a * b0;                       \
        c##r[1] += a * b1;                       \
        c##r[2] += a * b2;                       \
        c##r[3] += a * b3;                       \
    }
#define STORE(r)                   \
    for (int c = 0; c < 4; c++)    \
        C[(i + r) * N + j + c] = c##r[c];

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i += 4)
        for (int j = 0; j < N; j += 4) {
            FOR_EACH_ROW(DECLARE)
            for (int k = 0; k < K; k++) {
                const double b0 = B[k * N + j], b1 = B[k * N + j + 1], b2 = B[k * N + j + 2], b3 = B[k * N + j + 3];
                FOR_EACH_ROW(MULTIPLY)
            }
            FOR_EACH_ROW(STORE)
        }
}
