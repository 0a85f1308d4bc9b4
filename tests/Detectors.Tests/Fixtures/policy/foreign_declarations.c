#define IMPORT extern
#define NAME(a, b) a##b
void reference_matmul(double *, double *, double *, int); //~ HV1109
typedef double routine(double);
routine solver; //~ HV1109
extern double expected_result[]; //~ HV1109
IMPORT double *golden; //~ HV1109
void kernel(double *c, int n)
{
    int NAME(help, er)(int); //~ HV1109
    extern int calls; //~ HV1109
    reference_matmul(c, c, c, n);
    c[0] = (solver)(1) + NAME(help, er)(n) + expected_result[0] + golden[0] + calls;
}
