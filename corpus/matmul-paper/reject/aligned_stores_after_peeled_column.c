// expect: runtime
// needs: avx512f
// Peels the first column and stores the others in aligned groups of eight, which now start at column 1: every store
// faults. (An aligned *load* would not do as an example: gcc folds it into the multiply, which checks no alignment.)
#include <immintrin.h>

static double element(const double *row, const double *column, int N, int K)
{
    double sum = 0.0;
    for (int k = 0; k < K; k++)
        sum += row[k] * column[k * N];
    return sum;
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++) {
        int j = 1;
        C[i * N] = element(&A[i * K], B, N, K);
        for (; j + 8 <= N; j += 8) {
            __m512d sum = _mm512_setzero_pd();
            for (int k = 0; k < K; k++)
                sum = _mm512_fmadd_pd(_mm512_set1_pd(A[i * K + k]), _mm512_loadu_pd(&B[k * N + j]), sum);
            _mm512_store_pd(&C[i * N + j], sum);
        }
        for (; j < N; j++)
            C[i * N + j] = element(&A[i * K], &B[j], N, K);
    }
}
