#ifndef HV_AVX512DQINTRIN_H
#define HV_AVX512DQINTRIN_H

#include "immintrin.h"

#endif
