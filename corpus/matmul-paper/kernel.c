#include <limits.h>
#include <hpcverify.h>

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K);

/* C = A * B as "Improving HPC Code Generation Capability of LLMs" runs it: padded, aligned, zeroed, 40 threads. */
void matmul_paper_contract(double *A, double *B, double *C, int M, int N, int K)
{
    requires(M > 0 && N > 0 && K > 0);
    requires(M % 64 == 0 && N % 64 == 0 && K % 64 == 0);
    requires((long)M * K <= INT_MAX && (long)M * N <= INT_MAX);
    /* One row more than B has: Fig. 9 computes, and only prefetches, an address in row k + 1. */
    requires((long)(K + 1) * N <= INT_MAX);

    readable(A, (long)M * K);
    readable(B, (long)K * N);
    writes(C, (long)M * N);
    zeroed(C);
    disjoint(C, A);
    disjoint(C, B);
    aligned(A, 64);
    aligned(B, 64);
    aligned(C, 64);
    team(40);
    tolerance(4.0 * K);
}

void matmul_paper_reference(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[(long)i * K + k] * B[(long)k * N + j];
            C[(long)i * N + j] = sum;
        }
}
