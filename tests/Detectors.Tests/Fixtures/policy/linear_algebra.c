#define CALL cblas_dgemm
#define PASTE(a, b) a##b
void cblas_dgemm(int, int, int, int, int, int, double, const double *, int, const double *, int, double, double *, int); //~ HV1101
extern void dgemm_(); //~ HV1101
typedef double norm(const int *, const double *, const int *);
norm dnrm2_; //~ HV1101
void harmless(void) __asm__("dgemm_"); //~ HV1109, HV1110
void kernel(int n, double *a, double *b, double *c)
{
    CALL(101, 111, 111, n, n, n, 1.0, a, n, b, n, 0.0, c, n); //~ HV1101
    void (*pointer)() = dgemm_; //~ HV1101
    (PASTE(dge, mm_))(); //~ HV1101
    (&dgemm_)(a, b); //~ HV1101
    pointer();
    {
        extern int LAPACKE_dgetrf(int, int, int, double *, int, int *); //~ HV1101
        int pivots[1];
        LAPACKE_dgetrf(101, 1, 1, a, 1, pivots); //~ HV1101
    }
    mkl_free_buffers(); //~ HV1101
    DGEMM_(a, b, c); //~ HV1101
    int one = 1;
    c[0] = dnrm2_(&n, a, &one); //~ HV1101
    harmless();
}
