#define EACH_ROW(DO) DO(0) DO(1) DO(2) DO(3)
#define START(r) double s##r = 0.0;
#define ADD(r) s##r += A[(i + r) * n + k] * x[k];
#define FINISH(r) y[i + r] = s##r;

void kernel(const double *A, const double *x, double *y, int m, int n)
{
    for (int i = 0; i < m; i += 4) {
        EACH_ROW(START)
        for (int k = 0; k < n; k++) {
            EACH_ROW(ADD)
        }
        EACH_ROW(FINISH)
    }
}
