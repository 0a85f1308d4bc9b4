#ifndef HV_PMMINTRIN_H
#define HV_PMMINTRIN_H

#include "immintrin.h"

#endif
