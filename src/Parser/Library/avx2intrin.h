#ifndef HV_AVX2INTRIN_H
#define HV_AVX2INTRIN_H

#include "immintrin.h"

#endif
