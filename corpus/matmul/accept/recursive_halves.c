// expect: ok
// Divide and conquer: halves the largest dimension until the product is small; halves of k add to the same C.
enum { smallest = 16 };

static void add_product(const double *A, const double *B, double *C, int M, int N, int K, int a_stride, int stride)
{
    if (M <= smallest && N <= smallest && K <= smallest) {
        for (int i = 0; i < M; i++)
            for (int k = 0; k < K; k++)
                for (int j = 0; j < N; j++)
                    C[i * stride + j] += A[i * a_stride + k] * B[k * stride + j];
    } else if (M >= N && M >= K) {
        const int half = M / 2;
        add_product(A, B, C, half, N, K, a_stride, stride);
        add_product(A + half * a_stride, B, C + half * stride, M - half, N, K, a_stride, stride);
    } else if (N >= K) {
        const int half = N / 2;
        add_product(A, B, C, M, half, K, a_stride, stride);
        add_product(A, B + half, C + half, M, N - half, K, a_stride, stride);
    } else {
        const int half = K / 2;
        add_product(A, B, C, M, N, half, a_stride, stride);
        add_product(A + half, B + half * stride, C, M, N, K - half, a_stride, stride);
    }
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M * N; i++)
        C[i] = 0.0;
    if (K > 0)
        add_product(A, B, C, M, N, K, K, N);
}
