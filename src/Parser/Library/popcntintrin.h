#ifndef HV_POPCNTINTRIN_H
#define HV_POPCNTINTRIN_H

#include "immintrin.h"

#endif
