// expect: ok
// Blocks of different sizes for each dimension, clamped by conditional expressions; the k blocks are innermost.
#define ROWS 48
#define COLUMNS 80
#define DEPTH 56

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    for (int ib = 0; ib < M; ib += ROWS) {
        const int i_end = ib + ROWS > M ? M : ib + ROWS;
        for (int jb = 0; jb < N; jb += COLUMNS) {
            const int j_end = jb + COLUMNS > N ? N : jb + COLUMNS;
            for (int i = ib; i < i_end; i++)
                for (int j = jb; j < j_end; j++)
                    C[i * N + j] = 0.0;
            for (int kb = 0; kb < K; kb += DEPTH) {
                const int k_end = kb + DEPTH > K ? K : kb + DEPTH;
                for (int i = ib; i < i_end; i++)
                    for (int j = jb; j < j_end; j++) {
                        double sum = C[i * N + j];
                        for (int k = kb; k < k_end; k++)
                            sum += A[i * K + k] * B[k * N + j];
                        C[i * N + j] = sum;
                    }
            }
        }
    }
}
