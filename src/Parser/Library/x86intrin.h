#ifndef HV_X86INTRIN_H
#define HV_X86INTRIN_H

#include "immintrin.h"

#endif
