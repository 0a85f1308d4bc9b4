// expect: format
// Declares the entry and never defines it.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K);
