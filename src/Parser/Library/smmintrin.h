#ifndef HV_SMMINTRIN_H
#define HV_SMMINTRIN_H

#include "immintrin.h"

#endif
