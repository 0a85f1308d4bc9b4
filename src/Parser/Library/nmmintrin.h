#ifndef HV_NMMINTRIN_H
#define HV_NMMINTRIN_H

#include "immintrin.h"

#endif
