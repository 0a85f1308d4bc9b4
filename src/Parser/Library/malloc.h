#ifndef HV_MALLOC_H
#define HV_MALLOC_H

#include "stdlib.h"

static inline void *memalign(size_t alignment, size_t size) { return aligned_alloc(alignment, size); }

#endif
