#ifndef HV_XMMINTRIN_H
#define HV_XMMINTRIN_H

#include "immintrin.h"

#endif
