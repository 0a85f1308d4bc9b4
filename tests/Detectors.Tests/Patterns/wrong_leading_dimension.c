#include <hpcverify.h>
#include <immintrin.h>

void contract(int M, int N, int K, const double *A, const double *B, double *C)
{
    requires(M >= 0 && N >= 0 && K >= 0);
    requires((long)M * K <= 1000000 && (long)K * N <= 1000000 && (long)M * N <= 1000000);
    readable(A, (long)M * K);
    readable(B, (long)K * N);
    writes(C, (long)M * N);
    disjoint(C, A);
    disjoint(C, B);
}

void columns_of_another(int M, int N, int K, const double *A, const double *B, double *C)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * N + k] * B[k * N + j]; //~ HV3101
            C[i * N + j] = sum;
        }
}

static double at(const double *matrix, int row, int column, int columns) { return matrix[row * columns + column]; } //~ HV3101

void through_a_function(int M, int N, int K, const double *A, const double *B, double *C)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += at(A, i, k, K) * at(B, k, j, K);
            C[i * N + j] = sum;
        }
}

#define ROW(matrix, row, columns) ((matrix) + (long)(row) * (columns))

void vectors_and_a_macro(int M, int N, int K, const double *A, const double *B, double *C)
{
    for (int i = 0; i < M; i++) {
        int j = 0;
        for (; j + 4 <= N; j += 4) {
            __m256d sum = _mm256_setzero_pd();
            for (int k = 0; k < K; k++)
                sum = _mm256_fmadd_pd(_mm256_set1_pd(ROW(A, i, K)[k]), _mm256_loadu_pd(ROW(B, k, N) + j), sum);
            _mm256_storeu_pd(ROW(C, i, M) + j, sum); //~ HV3101
        }
        for (; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += ROW(A, i, K)[k] * ROW(B, k, N)[j];
            ROW(C, i, N)[j] = sum;
        }
    }
}

void pointer_advanced(int M, int N, int K, const double *A, const double *B, double *C)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            const double *b = B + j;
            double sum = 0.0;
            for (int k = 0; k < K; k++) {
                sum += A[i * K + k] * *b; //~ HV3101
                b += K;
            }
            C[i * N + j] = sum;
        }
}

void written_down(int M, int N, int K, const double *A, const double *B, double *C)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * 512 + j] = sum; //~ HV3101
        }
}
