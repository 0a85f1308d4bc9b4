#ifndef HV_AVX512VLINTRIN_H
#define HV_AVX512VLINTRIN_H

#include "immintrin.h"

#endif
