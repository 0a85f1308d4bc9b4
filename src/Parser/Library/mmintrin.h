#ifndef HV_MMINTRIN_H
#define HV_MMINTRIN_H

#include "immintrin.h"

#endif
