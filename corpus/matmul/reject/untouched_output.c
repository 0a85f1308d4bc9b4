// expect: verification
// Returns at once and leaves whatever C held before.
void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    (void)A, (void)B, (void)C, (void)M, (void)N, (void)K;
}
