#ifndef HV_XMMINTRIN_H
#define HV_XMMINTRIN_H

#include "hv_sse.h"
#include "mm_malloc.h"

#endif
