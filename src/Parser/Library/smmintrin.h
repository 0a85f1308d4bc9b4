#ifndef HV_SMMINTRIN_H
#define HV_SMMINTRIN_H

#include "tmmintrin.h"
#include "hv_sse4.h"

#endif
