/* A failing assert ends the program, so it is an obligation like any other. */
#ifndef HV_ASSERT_H
#define HV_ASSERT_H

#include "hv_primitives.h"

#define static_assert _Static_assert

#endif

/* Outside the guard: each inclusion redefines 'assert' according to NDEBUG (C17 7.2). */
#undef assert
#ifdef NDEBUG
#define assert(condition) ((void)0)
#else
#define assert(condition) hv_assert((condition) ? 1 : 0)
#endif
