/* Bulk operations are engine primitives; the rest are byte loops with the meaning of C17 7.24. */
#ifndef HV_STRING_H
#define HV_STRING_H

#include "hv_primitives.h"
#include "stddef.h"

static inline void *memset(void *target, int value, size_t size)
{
    hv_memset(target, value, size);
    return target;
}

static inline void *memcpy(void *restrict target, const void *restrict source, size_t size)
{
    hv_memcpy(target, source, size);
    return target;
}

static inline void *memmove(void *target, const void *source, size_t size)
{
    hv_memmove(target, source, size);
    return target;
}

static inline int memcmp(const void *first, const void *second, size_t size)
{
    const unsigned char *x = first, *y = second;
    for (size_t i = 0; i < size; i++)
        if (x[i] != y[i])
            return x[i] < y[i] ? -1 : 1;
    return 0;
}

static inline size_t strlen(const char *text)
{
    size_t length = 0;
    while (text[length] != 0)
        length++;
    return length;
}

static inline int strcmp(const char *first, const char *second)
{
    size_t i = 0;
    while (first[i] != 0 && first[i] == second[i])
        i++;
    return (unsigned char)first[i] - (unsigned char)second[i];
}

void *memchr(const void *start, int value, size_t size);
char *strcpy(char *restrict target, const char *restrict source);
char *strncpy(char *restrict target, const char *restrict source, size_t size);
char *strcat(char *restrict target, const char *restrict source);
int strncmp(const char *first, const char *second, size_t size);
char *strchr(const char *text, int value);
char *strrchr(const char *text, int value);
int strcoll(const char *first, const char *second);
char *strncat(char *restrict target, const char *restrict source, size_t size);
size_t strspn(const char *text, const char *set);
size_t strcspn(const char *text, const char *set);
size_t strnlen(const char *text, size_t size);
char *strpbrk(const char *text, const char *set);
char *strtok(char *restrict text, const char *restrict set);
char *strtok_r(char *restrict text, const char *restrict set, char **restrict rest);
char *strdup(const char *text);
char *strndup(const char *text, size_t size);
char *strerror(int number);
void *mempcpy(void *restrict target, const void *restrict source, size_t size);
char *strstr(const char *text, const char *part);

#endif
