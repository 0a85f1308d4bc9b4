#pragma once //= HV7005
#include <math.h> //= HV7005
#define MIN(a, b) ((a) < (b) ? (a) : (b)) //= HV7004
#define N 4 //= HV7004
#undef N //= HV7004
# //= HV7005
void kernel(double *c) { c[0] = MIN(1, 2); }
