static inline double product(double x, double y) { return x * y; } //= HV1002
extern void matmul(double *A, double *B, double *C, int M, int N, int K); //= HV1002
/* static */ inline void matmul(double *A, double *B, double *C, int M, int N, int K) //= HV1002
{
    const char *word = "static inline __attribute__((weak))"; //= HV1002
    C[0] = product(A[0], B[0]) + M + N + K + word[0];
}
