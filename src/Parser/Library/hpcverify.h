/* The contract vocabulary: what a specification may promise and demand. Counts are in elements of what the
   argument points to before it converts to void; every promise speaks of the state at entry. */
#ifndef HV_HPCVERIFY_H
#define HV_HPCVERIFY_H

#include "hv_primitives.h"

/* The caller guarantees 'condition'. */
void requires(int condition);
/* The kernel may read pointer[0 .. count-1], which are initialised, and must not write them. */
void readable(const volatile void *pointer, long count);
/* The kernel must write all of pointer[0 .. count-1], whose content at entry is indeterminate. */
void writes(const volatile void *pointer, long count);
/* The kernel may read and write pointer[0 .. count-1], which are initialised. */
void updates(const volatile void *pointer, long count);
/* Another name for updates. */
void reads_writes(const volatile void *pointer, long count);
/* The declared extents of 'first' and 'second' share no byte. Without it they may overlap, if either is written. */
void disjoint(const volatile void *first, const volatile void *second);
/* The address is a multiple of 'bytes'. */
void aligned(const volatile void *pointer, long bytes);
/* Every element of the declared extent of 'pointer' is zero at entry. */
void zeroed(const volatile void *pointer);
/* A parallel region without num_threads gets a team of exactly 'threads'. */
void team(int threads);
/* An output may differ from the reference by 'units' unit roundoffs of its type, times the componentwise bound. */
void tolerance(double units);
/* low <= pointer[i] < high for each i in 0 .. count-1 at entry. For integers 'low' and 'high' are integers: an index
   array. For floating elements they may be fractions. Needs low < high unless count is 0. */
void in_range(const volatile void *pointer, long count, double low, double high);
/* pointer[i] <= pointer[i + 1] for each i in 0 .. count-2 at entry. Integers that are also in_range(pointer, count, low,
   high) with the same count span that range: pointer[0] == low and, for count > 1, pointer[count-1] == high - 1. So
   in_range(row, n + 1, 0, nnz + 1) and monotone(row, n + 1) are the row offsets of a matrix of nnz elements. */
void monotone(const volatile void *pointer, long count);

#endif
