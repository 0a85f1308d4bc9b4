// expect: ok
// The plain algorithm behind typedefs, a struct of sizes, index macros and inline helper functions.
#include <stddef.h>

typedef double real;
typedef struct {
    int rows, columns, depth;
} extents;

#define AT(matrix, stride, row, column) ((matrix)[(row) * (stride) + (column)])
#define FOR_EACH(index, count) for (int index = 0; index < (count); ++index)

static inline real inner_product(const real *row, const real *right, ptrdiff_t stride, int column, int length)
{
    real total = 0;
    FOR_EACH(k, length)
        total += row[k] * AT(right, stride, k, column);
    return total;
}

static void multiply(const real *left, const real *right, real *product, const extents *size)
{
    FOR_EACH(i, size->rows)
        FOR_EACH(j, size->columns)
            AT(product, size->columns, i, j) =
                inner_product(&AT(left, size->depth, i, 0), right, size->columns, j, size->depth);
}

void matmul_optimized(double *A, double *B, double *C, int M, int N, int K)
{
    const extents size = { .rows = M, .columns = N, .depth = K };
    multiply(A, B, C, &size);
}
