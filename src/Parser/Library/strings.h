/* Declarations only. */
#ifndef HV_STRINGS_H
#define HV_STRINGS_H

#include "stddef.h"

int strcasecmp(const char *first, const char *second);
int strncasecmp(const char *first, const char *second, size_t size);
int ffs(int x);
void bzero(void *target, size_t size);
void bcopy(const void *source, void *target, size_t size);
int bcmp(const void *first, const void *second, size_t size);

#endif
