static inline double product(double x, double y) { return x * y; }
extern void matmul(double *A, double *B, double *C, int M, int N, int K);
/* static */ inline void matmul(double *A, double *B, double *C, int M, int N, int K)
{
    const char *word = "static inline __attribute__((weak))";
    C[0] = product(A[0], B[0]) + M + N + K + word[0];
}
