// expect: ok
// No subscripts: three pointers walk through A, B and C and never pass the end of their arrays by more than one.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const double *a = A;
    double *row = C;
    for (int i = 0; i < M; i++, row += N) {
        for (double *c = row; c != row + N; c++)
            *c = 0.0;
        const double *b = B;
        for (int k = 0; k < K; k++, a++)
            for (double *c = row; c != row + N; c++, b++)
                *c += *a * *b;
    }
}
