#include <limits.h>
#include <hpcverify.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K);

/* C = A * B for row-major A (M x K), B (K x N) and C (M x N). C starts with any contents at all. */
void matmul_contract(double *A, double *B, double *C, int M, int N, int K)
{
    requires(M >= 0 && N >= 0 && K >= 0);
    /* A tiled loop may step one tile past the edge of the matrix, in int. */
    requires(M <= INT_MAX - 4096 && N <= INT_MAX - 4096 && K <= INT_MAX - 4096);
    requires((long)M * K <= INT_MAX && (long)K * N <= INT_MAX && (long)M * N <= INT_MAX);

    readable(A, (long)M * K);
    readable(B, (long)K * N);
    writes(C, (long)M * N);
    disjoint(C, A);
    disjoint(C, B);

    /* Any order of summation, fused or not, errs by at most about K units of the sum of |a||b|. */
    tolerance(4.0 * K);
}

void matmul_reference(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[(long)i * K + k] * B[(long)k * N + j];
            C[(long)i * N + j] = sum;
        }
}
