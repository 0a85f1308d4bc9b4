#ifdef _OPENMP //= HV7002
#include <omp.h>
#endif
#ifndef BLOCK //= HV7002
#define BLOCK 64
#endif
#if defined(__AVX512F__) && BLOCK > 32 //= HV7002
#endif
#define LINE "__LINE__" //= HV7003
#define VECTOR(n) v##n //= HV7003
void kernel(double *c)
{
    double VECTOR(1) = sizeof(LINE); /* __COUNTER__ */ //= HV7003
    c[0] = v1;
}
