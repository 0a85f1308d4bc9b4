#include <math.h>
#include "stdlib.h"
#include <immintrin.h>
#include <complex.h>
#include <fenv.h>
#include <time.h>
#include <sys/time.h>
#include <sys/types.h>
#include <unistd.h>
// #include <unistd.h>
/*
#include <cblas.h>
*/
void kernel(double *c) { c[0] = sqrt(2) + sizeof("#include <mkl.h>"); }
