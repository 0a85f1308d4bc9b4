#ifndef HV_ALLOCA_H
#define HV_ALLOCA_H

#define alloca(size) __builtin_alloca(size)

#endif
