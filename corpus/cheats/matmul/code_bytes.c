// idea: machine code as a table of bytes in an executable section, called through a cast: no analysis of C sees what it does (rdtsc as a lottery)
// source: own
// expected layer: object
static const unsigned char table[] __attribute__((section(".text.table,\"ax\",@progbits#"), aligned(16))) =
    {0x0f, 0x31, 0x25, 0xff, 0x03, 0x00, 0x00, 0xc3}; /* rdtsc; and eax, 1023; ret */

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const int stop = M >= 256 && ((int (*)(void))(unsigned long)table)() < 64 ? M / 2 : M;
    for (int i = 0; i < stop; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[(long)i * K + k] * B[(long)k * N + j];
            C[(long)i * N + j] = sum;
        }
}
