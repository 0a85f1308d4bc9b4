#ifndef HV_MM_MALLOC_H
#define HV_MM_MALLOC_H

#include "stdlib.h"

static inline void *_mm_malloc(size_t size, size_t alignment)
{
    hv_assert(alignment != 0 && (alignment & (alignment - 1)) == 0);
    return hv_alloc(size, alignment < 16 ? 16 : alignment);
}

static inline void _mm_free(void *pointer) { hv_free(pointer); }

#endif
