#include <string.h>
static const double table[4] = { 1, 2, 3, 4 }; //= HV7216
static double total(double *from, int count)
{
    double sum = 0.0;
    for (int i = 0; i < count; i++)
        sum += from[i];
    return sum;
}
void matmul(double *A, double *B, double *C, int M, int N, int K)
{
    double copy[4];
    const int rows = M; //= HV7216
    double *to = M > N ? copy : C; //= HV7216
    memcpy(copy, table, sizeof copy); //= HV7216
    to[0] = total((double *)table, 4) + A[0] * B[0] * K * rows; //= HV7216
}
