#ifndef HV_FMAINTRIN_H
#define HV_FMAINTRIN_H

#include "immintrin.h"

#endif
