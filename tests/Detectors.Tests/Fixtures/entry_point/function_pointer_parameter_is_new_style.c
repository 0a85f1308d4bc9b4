static void apply(void (*f)(int), int n) { f(n); } //= HV1003
static int twice(x) int x; { return 2 * x; } //= HV1003
static void ignore(int n) { (void)n; }
void matmul(double *A, double *B, double *C, int M, int N, int K) //= HV1003
{
    apply(ignore, twice(M));
    C[0] = A[0] * B[0] + N + K;
}
