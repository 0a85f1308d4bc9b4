#ifndef HV_EMMINTRIN_H
#define HV_EMMINTRIN_H

#include "xmmintrin.h"
#include "hv_sse2_integer.h"

#endif
