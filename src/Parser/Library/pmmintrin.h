#ifndef HV_PMMINTRIN_H
#define HV_PMMINTRIN_H

#include "emmintrin.h"
#include "hv_sse3.h"

#endif
