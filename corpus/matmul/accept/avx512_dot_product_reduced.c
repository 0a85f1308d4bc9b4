// expect: ok
// needs: avx512f
// Vectors run along k over a transposed B; the lanes are added up at the end and the rest of k is scalar.
#include <immintrin.h>
#include <stdlib.h>

static double dot_product(const double *a, const double *b, int length)
{
    __m512d lanes = _mm512_setzero_pd();
    int k = 0;
    for (; k + 8 <= length; k += 8)
        lanes = _mm512_fmadd_pd(_mm512_loadu_pd(a + k), _mm512_loadu_pd(b + k), lanes);
    double sum = _mm512_reduce_add_pd(lanes);
    for (; k < length; k++)
        sum += a[k] * b[k];
    return sum;
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    double *columns = malloc((size_t)K * N * sizeof *columns);
    for (int k = 0; k < K; k++)
        for (int j = 0; j < N; j++)
            columns[j * K + k] = B[k * N + j];
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++)
            C[i * N + j] = dot_product(&A[i * K], &columns[j * K], K);
    free(columns);
}
