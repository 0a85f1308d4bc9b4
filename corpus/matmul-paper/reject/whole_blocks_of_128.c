// expect: verification
// Counts whole blocks of 128 only, so the last 64 rows, columns or terms are left out at 64, 192 and 320; right at 256.
enum { block = 128 };

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int ib = 0; ib < M / block; ib++)
        for (int jb = 0; jb < N / block; jb++)
            for (int i = ib * block; i < (ib + 1) * block; i++)
                for (int j = jb * block; j < (jb + 1) * block; j++) {
                    double sum = 0.0;
                    for (int k = 0; k < K / block * block; k++)
                        sum += A[i * K + k] * B[k * N + j];
                    C[i * N + j] = sum;
                }
}
