#include <string.h>

enum { deep = 64, wide = 32 };

static int least(int a, int b)
{
    return a < b ? a : b;
}

void kernel(const double *A, const double *B, double *C, int M, int N, int K)
{
    double panel[deep * wide];
    memset(C, 0, sizeof *C * M * N);
    for (int kb = 0; kb < K; kb += deep)
        for (int jb = 0; jb < N; jb += wide) {
            const int k_end = least(kb + deep, K), j_end = least(jb + wide, N);
            for (int k = kb; k < k_end; k++)
                memcpy(&panel[(k - kb) * wide], &B[k * N + jb], sizeof *panel * (j_end - jb));
            for (int i = 0; i < M; i++)
                for (int k = kb; k < k_end; k++)
                    for (int j = jb; j < j_end; j++)
                        C[i * N + j] += A[i * K + k] * panel[(k - kb) * wide + j - jb];
        }
}
