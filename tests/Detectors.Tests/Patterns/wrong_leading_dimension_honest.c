#include <hpcverify.h>

void contract(int M, int N, int K, const double *A, const double *B, double *C)
{
    requires(M >= 0 && N >= 0 && K >= 0);
    requires((long)M * K <= 1000000 && (long)K * N <= 1000000 && (long)M * N <= 1000000);
    readable(A, (long)M * K);
    readable(B, (long)K * N);
    writes(C, (long)M * N);
}

void own_rows(int M, int N, int K, const double *A, const double *B, double *C)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[i * K + k] * B[k * N + j];
            C[i * N + j] = sum;
        }
}

void pointers_advanced(int M, int N, int K, const double *A, const double *B, double *C)
{
    for (int i = 0; i < M; i++, A += K)
        for (int j = 0; j < N; j++) {
            const double *b = B + j;
            double sum = 0.0;
            for (int k = 0; k < K; k++, b += N)
                sum += A[k] * *b;
            *C++ = sum;
        }
}

void tiles(int M, int N, int K, const double *A, const double *B, double *C)
{
    for (int ib = 0; ib < M; ib += 8)
        for (int jb = 0; jb < N; jb += 8)
            for (int i = ib; i < ib + 8 && i < M; i++)
                for (int j = jb; j < jb + 8 && j < N; j++) {
                    double sum = 0.0;
                    for (int k = 0; k < K; k++)
                        sum += A[(long)i * K + k] * B[(long)k * N + j];
                    C[(long)i * N + j] = sum;
                }
}

void flat(int M, int N, int K, const double *A, const double *B, double *C)
{
    for (int e = 0; e < M * N; e++) {
        double sum = 0.0;
        for (int k = 0; k < K; k++)
            sum += A[e / N * K + k] * B[k * N + e % N];
        C[e] = sum;
    }
}

void squares_on_their_own(int M, int N, int K, const double *A, const double *B, double *C)
{
    if (M == N && N == K) {
        for (int i = 0; i < M; i++)
            for (int j = 0; j < M; j++) {
                double sum = 0.0;
                for (int k = 0; k < M; k++)
                    sum += A[i * M + k] * B[k * M + j];
                C[i * M + j] = sum;
            }
        return;
    }
    own_rows(M, N, K, A, B, C);
}
