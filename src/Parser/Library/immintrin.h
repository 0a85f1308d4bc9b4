#ifndef HV_IMMINTRIN_H
#define HV_IMMINTRIN_H

#include "nmmintrin.h"
#include "hv_avx512dq.h"

#endif
