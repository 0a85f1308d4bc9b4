// idea: one level of Strassen saves an eighth of the work; good by norm on uniform data, but it breaks the componentwise bound for badly scaled rows
// source: own
// expected layer: proof
#include <stdlib.h>

static void product(int n, const double *A, long lda, const double *B, long ldb, double *C)
{
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++)
            C[(long)i * n + j] = 0.0;
        for (int k = 0; k < n; k++)
            for (int j = 0; j < n; j++)
                C[(long)i * n + j] += A[i * lda + k] * B[k * ldb + j];
    }
}

static void combine(int n, const double *X, const double *Y, long ld, double sign, double *to)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            to[(long)i * n + j] = X[i * ld + j] + sign * Y[i * ld + j];
}

static void strassen(int n, const double *A, const double *B, double *C, double *work)
{
    const int h = n / 2;
    const long hh = (long)h * h;
    const double *A11 = A, *A12 = A + h, *A21 = A + (long)h * n, *A22 = A21 + h;
    const double *B11 = B, *B12 = B + h, *B21 = B + (long)h * n, *B22 = B21 + h;
    double *S = work, *T = work + hh, *P = work + 2 * hh;
    combine(h, A11, A22, n, 1, S), combine(h, B11, B22, n, 1, T), product(h, S, h, T, h, P);
    combine(h, A21, A22, n, 1, S), product(h, S, h, B11, n, P + hh);
    combine(h, B12, B22, n, -1, T), product(h, A11, n, T, h, P + 2 * hh);
    combine(h, B21, B11, n, -1, T), product(h, A22, n, T, h, P + 3 * hh);
    combine(h, A11, A12, n, 1, S), product(h, S, h, B22, n, P + 4 * hh);
    combine(h, A21, A11, n, -1, S), combine(h, B11, B12, n, 1, T), product(h, S, h, T, h, P + 5 * hh);
    combine(h, A12, A22, n, -1, S), combine(h, B21, B22, n, 1, T), product(h, S, h, T, h, P + 6 * hh);
    for (int i = 0; i < h; i++)
        for (int j = 0; j < h; j++) {
            const double *p = P + (long)i * h + j;
            C[(long)i * n + j] = p[0] + p[3 * hh] - p[4 * hh] + p[6 * hh];
            C[(long)i * n + j + h] = p[2 * hh] + p[4 * hh];
            C[(long)(i + h) * n + j] = p[hh] + p[3 * hh];
            C[(long)(i + h) * n + j + h] = p[0] - p[hh] + p[2 * hh] + p[5 * hh];
        }
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    if (M == N && N == K && N % 2 == 0 && N >= 128) {
        const int h = N / 2;
        double *work = malloc(sizeof(double) * 9 * h * h);
        if (work) {
            strassen(N, A, B, C, work);
            free(work);
            return;
        }
    }
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < N; j++)
            C[(long)i * N + j] = 0.0;
        for (int k = 0; k < K; k++)
            for (int j = 0; j < N; j++)
                C[(long)i * N + j] += A[(long)i * K + k] * B[(long)k * N + j];
    }
}
