#ifndef HV_AVX512FINTRIN_H
#define HV_AVX512FINTRIN_H

#include "immintrin.h"

#endif
