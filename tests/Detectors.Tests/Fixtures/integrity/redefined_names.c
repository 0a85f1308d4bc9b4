#include_next <math.h> //~ HV7005
#import <math.h> //~ HV7005
#define double float //~ HV7004
#undef _OPENMP //~ HV7004
#define _mm512_add_pd(a, b) a //~ HV7004
#line 40 "other.c" //~ HV7005
