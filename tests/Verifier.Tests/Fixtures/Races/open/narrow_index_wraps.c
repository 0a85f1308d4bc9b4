/* Turns 0 and 256 write the same element. */
void fill(int n, double *x)
{
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        unsigned char k = (unsigned char)i;
        x[k] = 1.0;
    }
}
