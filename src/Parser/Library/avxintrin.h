#ifndef HV_AVXINTRIN_H
#define HV_AVXINTRIN_H

#include "immintrin.h"

#endif
