// expect: verification
// The index macro lacks parentheses: AT(B, k + 1, j) becomes k + 1 * N + j. Wrong for K >= 2 and N >= 2.
#define AT(matrix, row, column, stride) matrix[row * stride + column]

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            int k = 0;
            for (; k + 2 <= K; k += 2)
                sum += AT(A, i, k, K) * AT(B, k, j, N) + A[i * K + k + 1] * AT(B, k + 1, j, N);
            for (; k < K; k++)
                sum += AT(A, i, k, K) * AT(B, k, j, N);
            C[i * N + j] = sum;
        }
}
