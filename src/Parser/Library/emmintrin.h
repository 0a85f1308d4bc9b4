#ifndef HV_EMMINTRIN_H
#define HV_EMMINTRIN_H

#include "immintrin.h"

#endif
