#include <math.h> //= HV1111
#include "stdlib.h" //= HV1111
#include <immintrin.h> //= HV1111
#include <complex.h> //= HV1111
#include <fenv.h>
#include <time.h> //= HV1111
#include <sys/time.h>
#include <sys/types.h>
#include <unistd.h>
// #include <unistd.h>
/*
#include <cblas.h>
*/
void kernel(double *c) { c[0] = sqrt(2) + sizeof("#include <mkl.h>"); } //= HV1111
