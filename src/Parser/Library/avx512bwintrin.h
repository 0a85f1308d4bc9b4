#ifndef HV_AVX512BWINTRIN_H
#define HV_AVX512BWINTRIN_H

#include "immintrin.h"

#endif
