#include <string.h>
static const int calls = 0;
const double table[4] = { 0 };
void matmul(double *A, double *B, double *C, int M, int N, int K)
{
    static const struct { int rows; } seen = { 0 };
    int *const counter = (int *)&calls;
    (*counter)++; //~ HV7216
    *(int *)&seen.rows = M; //~ HV7216
    memcpy((double *)table, A, sizeof table); //~ HV7216
    C[0] = B[0] * calls + seen.rows * N * K + table[1];
}
