#ifndef HV_AMMINTRIN_H
#define HV_AMMINTRIN_H

#include "immintrin.h"

#endif
