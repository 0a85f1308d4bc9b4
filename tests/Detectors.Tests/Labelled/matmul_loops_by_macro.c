#define END(v, n) ((n) - v##_block < 64 ? (n) : v##_block + 64)
#define OVER(v, n) for (int v##_block = 0; v##_block < (n); v##_block += 64)
#define WITHIN(v, n) for (int v = v##_block, v##_end = END(v, n); v < v##_end; v++)

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    for (int e = 0; e < M * N; e++)
        C[e] = 0.0;
    OVER(i, M)
        OVER(k, K)
            WITHIN(i, M)
                WITHIN(k, K)
                    for (int j = 0; j < N; j++)
                        C[i * N + j] += A[i * K + k] * B[k * N + j];
}
