#define BOX 16
#define LESSER(a, b) ((a) < (b) ? (a) : (b))

void kernel(const double *in, double *out, int n)
{
    const int plane = n * n;
#pragma omp parallel for collapse(2) schedule(dynamic)
    for (int ib = 1; ib < n - 1; ib += BOX)
        for (int jb = 1; jb < n - 1; jb += BOX)
            for (int i = ib; i < LESSER(ib + BOX, n - 1); i++)
                for (int j = jb; j < LESSER(jb + BOX, n - 1); j++)
                    for (int k = 1; k < n - 1; k++) {
                        const double *const p = in + i * plane + j * n + k;
                        out[i * plane + j * n + k] = 0.4 * p[0]
                            + 0.1 * (p[-1] + p[1] + p[-n] + p[n] + p[-plane] + p[plane]);
                    }
}
