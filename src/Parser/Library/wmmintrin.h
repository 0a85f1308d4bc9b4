#ifndef HV_WMMINTRIN_H
#define HV_WMMINTRIN_H

#include "immintrin.h"

#endif
