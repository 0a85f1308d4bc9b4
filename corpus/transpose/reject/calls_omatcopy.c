// expect: library
// Lets the library transpose.
void cblas_somatcopy(int order, int transpose, int rows, int cols, float alpha, const float *a, int lda, float *b, int ldb);

void transpose_optimized(int rows, int cols, const float *in, float *out)
{
    cblas_somatcopy(101, 112, rows, cols, 1.0f, in, cols, out, rows);
}
