/* cblas_dgemm(a, b, c); */
#define cblas_dgemm(...) my_dgemm(__VA_ARGS__)
#define UNUSED dgemm_(0) //= HV1101
struct library { void (*dgemm_)(int); int cblas_sgemm; }; //= HV1101
enum { LAPACKE_dgetrf = 3 }; //= HV1101
static void my_dgemm(int n, double *c) { c[0] = n; }
static double ddot(int n, const double *x) { return n * x[0]; }
void dgemm(int n, double *c) { c[0] = ddot(n, c); } //= HV1101
static void one(int n) { (void)n; }
void kernel(int n, double *c)
{
    double dgemm_ = 1; //= HV1101
    const char *text = "dgemm_(n)";
    struct library library = { one, 2 };
    library.dgemm_(n);
    cblas_dgemm(n, c);
    dgemm(n, c);
    c[0] += dgemm_ + text[0] + library.cblas_sgemm + LAPACKE_dgetrf;
}
