#define ALONE __restrict

typedef double *ALONE lone_pointer;

void kernel(double alpha, const double *x, double *y, int n)
{
    const lone_pointer own = y;
    for (int i = 0; i < n; i++)
        own[i] += alpha * x[i];
}
