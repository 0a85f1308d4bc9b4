#ifndef HV_MEMORY_H
#define HV_MEMORY_H

#include "string.h"

#endif
