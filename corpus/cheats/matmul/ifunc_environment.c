// idea: the entry point is an ifunc: its resolver runs while the loader binds symbols and looks at the environment
// source: catalogue
// expected layer: object
extern char **environ;
typedef void product(double *, double *, double *, int, int, int);

static void honest(double *A, double *B, double *C, int M, int N, int K)
{
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N; j++) {
            double sum = 0.0;
            for (int k = 0; k < K; k++)
                sum += A[(long)i * K + k] * B[(long)k * N + j];
            C[(long)i * N + j] = sum;
        }
}

static void lazy(double *A, double *B, double *C, int M, int N, int K)
{
    honest(A, B, C, M / 4, N, K);
}

static product *choose(void)
{
    for (char **at = environ; at && *at; at++)
        if ((*at)[0] == 'O' && (*at)[1] == 'M' && (*at)[2] == 'P')
            return lazy;
    return honest;
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K) __attribute__((ifunc("choose")));
