#define PTR(type) type *restrict
typedef double real;
typedef int dimension;
void matmul();
void (matmul)(const real X[], PTR(const double) Y, double Z[static 1], const dimension rows, dimension cols, signed inner) //= HV1001
{
    Z[0] = X[0] * Y[0] + rows + cols + inner;
}
