#define INDEPENDENT _Pragma("GCC ivdep") //~ HV7103
void kernel(double *c, int n)
{
#pragma GCC ivdep //~ HV7103
    for (int i = 0; i < n; i++) {
        c[i] = i;
    }

    INDEPENDENT
    for (int i = 0; i < n; i++) {
        c[i] += 1;
    }

#pragma GCC unroll 4
    for (int i = 0; i < n; i++) {
        c[i] += 2;
    }
}
