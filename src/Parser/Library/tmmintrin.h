#ifndef HV_TMMINTRIN_H
#define HV_TMMINTRIN_H

#include "immintrin.h"

#endif
