/* Every intrinsic header is this one: families are defined over all widths at once, and only the scoring compiler
   says which header a name needs. */
#ifndef HV_IMMINTRIN_H
#define HV_IMMINTRIN_H

#include "mm_malloc.h"
#include "hv_dot.h"

#endif
